"""O site se constrói sem aviso, não pede nada a ninguém, e o que está quebrado o derruba."""

import logging
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from mkdocstrings_handlers.python import PythonHandler

from tools import terms
from tools.environment import node_modules
from tools.site import exercises, formulas, maps, memory, pages

# Os avisos de terceiros; os do MkDocs, o rigor da construção transforma em erro.
pytestmark = pytest.mark.filterwarnings("ignore")

FIGURE = """\
from tools.site.style import DADO, new_figure, tensor_grid

def desenhar():
    figure, axes = new_figure(200, 80)
    {}
    return figure
"""
BuildPage = Callable[..., Path]


class Requests(HTMLParser):
    """Junta tudo o que o navegador busca sozinho ao abrir uma página."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        fetched = tag == "link" and (values.get("rel") or "") not in ("canonical", "prev", "next", "alternate")
        for name in ("src", "srcset", "data", "poster", *(["href"] if fetched else [])):
            self.found.append(values.get(name) or "")


def article(site: Path, page: str = "index.html") -> str:
    """O HTML do texto de uma página."""
    html = (site / page).read_text(encoding="utf-8")
    return html[html.index("<article") : html.index("</article>")]


# O site inteiro


def test_every_page_of_the_book_is_there(site: Path) -> None:
    for page in ("index.html", "praticar/index.html", "referencia/index.html", "sobre/index.html", "404.html"):
        assert (site / page).is_file()


def test_the_missing_page_finds_its_way_from_any_address(site: Path) -> None:
    """O GitHub Pages a mostra no lugar de qualquer endereço que não há, em qualquer pasta."""
    page = (site / "404.html").read_text(encoding="utf-8")
    addresses = re.findall(r'<[^>]* (?:href|src)="([^"#][^"]*)"', page)
    assert len(addresses) > 20
    for address in addresses:
        path = address.removeprefix("https://exemplo.org").partition("#")[0]
        assert path.startswith("/livro/"), address
        place = site / path.removeprefix("/livro/")
        assert place.is_file() or (place / "index.html").is_file(), address


def test_the_sitemap_has_every_page_once(site: Path) -> None:
    listed = re.findall(r"<loc>https://exemplo.org/livro/(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    pages_there = {path.relative_to(site).parent.as_posix() for path in site.rglob("index.html")}
    assert sorted(listed) == sorted("" if page == "." else f"{page}/" for page in pages_there)
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://exemplo.org/livro/">' in home


def test_nothing_is_fetched_from_another_host(site: Path) -> None:
    elsewhere = re.compile(r"^(?:https?:)?//")
    for page in site.rglob("*.html"):
        requests = Requests()
        requests.feed(page.read_text(encoding="utf-8"))
        assert not [url for url in requests.found if elsewhere.match(url)], page
    for style in site.rglob("*.css"):
        fetched = re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", style.read_text(encoding="utf-8"))
        assert not [url for url in fetched if elsewhere.match(url)], style


def test_every_module_has_its_page_in_portuguese(site: Path) -> None:
    page = article(site, "referencia/operations/dot/index.html")
    assert "Parâmetros" in page and "Retorna" in page and "Levanta" in page and "Exemplos" in page
    assert "Parameters" not in page and "Source code" not in page
    assert 'class="formula"' in page, "as fórmulas das docstrings também se desenham"


def test_letters_are_our_own(site: Path) -> None:
    if node_modules() is None:
        pytest.skip("sem npm, o site usa as letras do sistema")
    style = (site / "assets/fonts/fonts.css").read_text(encoding="utf-8")
    for name in re.findall(r'url\("([^"]+)"\)', style):
        assert (site / "assets/fonts" / name).stat().st_size > 1000
    assert (site / "assets/katex/katex.css").is_file()


def test_programs_and_figure_scripts_stay_out(site: Path) -> None:
    assert not list(site.rglob("*.py"))


def test_every_figure_fits_a_phone(site: Path) -> None:
    """Encolhidas a dois terços, que é o menos que o estilo permite, cabem numa tela de 360 pixels sem rolar."""
    pages = (path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    widths = [float(width) for page in pages for width in re.findall(r"--largura:([\d.]+)px", page)]
    assert len(widths) > 100
    assert max(widths) <= 500


# Uma página


def test_formula_becomes_html_with_mathml(build_page: BuildPage) -> None:
    page = article(build_page("# Uma\n\n$\\peso{w} < 1$ e\n\n$$\\sum_i x_i$$\n"))
    assert page.count("<math") == 2
    assert "arithmatex" not in page


def test_formula_without_npm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(formulas, "katex_package", lambda: None)
    maker = formulas.Formulas(tmp_path / "formulas.json")
    assert maker.render(r"\frac{\dado{x}}{2}", display=True).startswith("<math")
    for wrong in (r"\frac{1}", r"\naoexiste x", "{a", "x_", r"\left( x"):
        with pytest.raises(ValueError):
            maker.render(wrong, display=False)


def test_formulas_are_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = formulas.Formulas(tmp_path / "formulas.json")
    drawn = first.render("a^2", display=False)
    first.close()
    second = formulas.Formulas(tmp_path / "formulas.json")
    monkeypatch.setattr(second, "draw", lambda tex, display: pytest.fail("desenhou de novo"))
    assert second.render("a^2", display=False) == drawn


def test_blocks_of_code_are_remembered(
    build_page: BuildPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(memory, "CACHE", tmp_path / "cache")
    text = '# Uma\n\n```python title="a.py" hl_lines="2"\na = 1\nb = "dois"\n```\n'
    first = article(build_page(text))
    monkeypatch.setattr(memory, "plain_highlight", lambda *_, **__: pytest.fail("destacou de novo"))
    assert article(build_page(text)) == first
    assert 'class="hll"' in first and 'class="mi"' in first
    for other in (text.replace("1", "10"), text.replace("a.py", "b.py"), text.replace('"2"', '"1"')):
        with pytest.raises(pytest.fail.Exception):
            build_page(other)


def test_the_reference_is_remembered(build_page: BuildPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memory, "CACHE", tmp_path / "cache")
    text = "# Uma\n\n[a camada][reference.networks.pooling.MaxPooling2D]\n\n::: reference.networks.pooling\n"
    site = build_page(text)
    first = article(site), (site / "objects.inv").read_bytes()
    monkeypatch.setattr(PythonHandler, "render", lambda *_, **__: pytest.fail("fez de novo"))
    build_page(text)
    assert (article(site), (site / "objects.inv").read_bytes()) == first
    with pytest.raises(pytest.fail.Exception):
        build_page(text, {"outra.md": "# Uma página a mais\n"})
    monkeypatch.setattr(memory, "REFERENCE", ("reference/operations",))
    with pytest.raises(pytest.fail.Exception):
        build_page(text)


def test_a_warning_of_the_reference_comes_again(
    build_page: BuildPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(memory, "CACHE", tmp_path / "cache")
    plain_render = PythonHandler.render

    def render(*given: Any, **options: Any) -> str:
        logging.getLogger("mkdocs.plugins.griffe").warning("um parâmetro sem explicação")
        return plain_render(*given, **options)

    monkeypatch.setattr(PythonHandler, "render", render)
    for _ in range(2):
        with pytest.raises(SystemExit):
            build_page("# Uma\n\n::: reference.operations.dot\n")


def test_figure_serves_both_themes(build_page: BuildPage) -> None:
    script = FIGURE.format("tensor_grid(axes, [[1, 2]], DADO, at=(10, 10))")
    text = '# Uma\n\n![Um e dois.](figures/f.py "O vetor `x` é $x_0$.")\n\n![Outra vez.](figures/f.py)\n'
    page = article(build_page(text, {"figures/f.py": script}))
    assert page.count('<svg role="img" aria-label="Um e dois."') == 1
    assert "var(--dado)" in page and "#0063a6" not in page.lower()
    assert "<code>x</code>" in page and "arithmatex" not in page
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))


def test_a_figure_may_be_svg_already(build_page: BuildPage) -> None:
    script = """def desenhar():
    return '<svg viewBox="0 0 40 20" role="img"><path style="stroke: var(--dado, #0063A6)"/></svg>'
"""
    page = article(build_page("# Uma\n\n![Um traço.](figures/f.py)\n", {"figures/f.py": script}))
    assert '<svg role="img" aria-label="Um traço."' in page and page.count('role="img"') == 1
    assert "stroke: var(--dado" in page and "#0063a6" not in page.lower()


def test_embedded_code_says_where_it_comes_from(build_page: BuildPage) -> None:
    page = article(build_page('# Uma\n\n```python\n--8<-- "reference/operations/dot.py:vector_dot"\n```\n'))
    assert '<span class="filename">reference/operations/dot.py</span>' in page
    assert "fonte" in page and "Args:" not in page
    assert "for" in page


def test_a_box_has_an_address(build_page: BuildPage) -> None:
    box = '!!! danger "Armadilha: `max` não é $\\max$"\n\n    Não é.\n\n'
    page = article(build_page(f"# Uma\n\n{box}{box}[a caixa](#armadilha-max-nao-e-max)\n"))
    assert re.findall(r'<div class="admonition danger" id="([^"]+)"', page) == [
        "armadilha-max-nao-e-max",
        "armadilha-max-nao-e-max_1",
    ]


def test_three_paths() -> None:
    line = pages.three_paths("operations/dot.md")
    assert "../referencia/operations/dot.md" in line and "tests/operations/test_dot.py" in line
    assert pages.three_paths("operations/index.md") == ""


def test_a_part_lists_its_pages() -> None:
    text = pages.contents([("dot.md", "---\ndescription: O que é.\n---\n\n# Produto\n"), ("um.md", "# Um\n")])
    assert "[Produto](dot.md)\n:   O que é." in text and "[Um](um.md)" in text


def test_exercises_are_counted() -> None:
    text = "# Um\n\n1. não\n\n## Exercícios\n\n1. a\n\n    1. solução\n\n2. b\n\n## Para lembrar\n\n1. não\n"
    assert "[Um](../um.md#exercicios) 2 questões" in exercises.listing(
        [("Um", "../um.md", text), ("Nada", "n.md", "# Nada")]
    )


def test_exercises_say_how_they_are_checked() -> None:
    text = "# Um\n\n## Exercícios\n\n1. a\n"
    assert "`python3 exercises operations/dot`" in exercises.with_command(text, "operations/dot.md")
    assert exercises.with_command(text, "operations/index.md") == text


GLOSSARY = """\
# Glossário

### lote { #lote data-formas="lote, lotes" }

*batch*{ lang=en }

As amostras "juntas".

Começa em [Um](../um.md#a-ideia).
"""


def test_the_first_use_of_a_term_leads_to_the_glossary(build_page: BuildPage) -> None:
    text = """# Lotes

!!! abstract "Um lote"
    O lote.

## Os lotes { #a-ideia }

Um `lote`, [um lote](#a-ideia), $lote$ e o pelote.

!!! note "Este lote"
    Os *Lotes* e outro lote.

```python
lote = 1
```
"""
    explicit = "# Dois\n\nUm lote e um [lote](sobre/glossario.md#lote).\n"
    others = {"sobre/glossario.md": GLOSSARY, "um.md": text, "dois.md": explicit}
    site = build_page("# Uma\n\nUm lote.\n", others)
    tip = 'class="termo" title="As amostras &quot;juntas&quot;."'
    page = article(site, "um/index.html")
    assert page.count("glossario") == page.count("termo") == 1
    assert f'<em><a {tip} href="../sobre/glossario/#lote">Lotes</a></em> e outro lote' in page
    page = article(site, "dois/index.html")
    assert f'Um <a {tip} href="../sobre/glossario/#lote">lote</a> e um <a {tip}' in page
    for other in ("index.html", "sobre/glossario/index.html"):
        assert "termo" not in article(site, other)


def test_every_entry_of_the_glossary_has_its_anchor(site: Path) -> None:
    page = article(site, "sobre/glossario/index.html")
    anchors = re.findall(r'<h3[^>]* id="([\w-]+)"', page)
    assert anchors == [term.anchor for term in terms.glossary()]


def test_a_map_joins_each_chapter_to_what_it_uses() -> None:
    texts = {
        "a/um.md": "# Um\n",
        "a/dois.md": "# Dois\n\nPrecisa de: [Um](um.md). Leva uns 9 minutos.\n",
        "b/tres.md": "# `Três`\n\nPrecisa de: [Dois](../a/dois.md#parte), [Fora](fora.md) e [Um](../a/um.md).\n",
    }
    stops = [maps.stop(page, text) for page, text in texts.items()]
    assert maps.arcs(stops) == [(0, 1), (1, 2), (0, 2)]
    drawn = maps.drawing(stops, "a/index.md")
    assert "1. [Dois](../a/dois.md) <small>9 min</small>\n1. [Três](../b/tres.md)\n" in drawn
    assert drawn.count("<path ") == 3 and 'viewBox="0 0 4 3"' in drawn


# O que está quebrado derruba a construção

BROKEN = {
    "fórmula": ("# Uma\n\n$\\frac{1}$\n", {}, "fórmula errada"),
    "macro que não existe": ("# Uma\n\n$$\\naoexiste$$\n", {}, "naoexiste"),
    "seção embutida": ('# Uma\n\n```python\n--8<-- "reference/operations/dot.py:nenhuma"\n```\n', {}, "nenhuma"),
    "arquivo embutido": ('# Uma\n\n```python\n--8<-- "reference/nenhum.py"\n```\n', {}, "nenhum.py"),
    "figura que falha": ("# Uma\n\n![Uma.](figures/f.py)\n", {"figures/f.py": FIGURE.format("1 / 0")}, "f.py"),
    "figura que não há": ("# Uma\n\n![Uma.](figures/nenhuma.py)\n", {}, "nenhuma.py"),
    "figura sem descrição": (
        "# Uma\n\n![](figures/f.py)\n",
        {"figures/f.py": FIGURE.format("pass")},
        "texto alternativo",
    ),
    "link": ("# Uma\n\n[ali](outra.md)\n", {}, "outra.md"),
    "âncora": ("# Uma\n\n[ali](#nenhuma)\n", {}, "#nenhuma"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_page_breaks_the_build(case: str, build_page: BuildPage, caplog: pytest.LogCaptureFixture) -> None:
    text, others, clue = BROKEN[case]
    with pytest.raises((SystemExit, Exception)) as failure:
        build_page(text, others)
    assert clue in caplog.text + str(failure.value)
