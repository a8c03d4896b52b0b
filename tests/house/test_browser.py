"""O site num navegador: nada rola para o lado, nada se pede a outro endereço, o axe nada acha, a busca acha."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.house.conftest import Builder, served

sync_api = pytest.importorskip("playwright.sync_api", reason="o Playwright não está instalado")
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe

pytestmark = pytest.mark.filterwarnings("ignore")

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WIDTHS = (360, 1280)
THEMES = ("default", "slate")
SHARES = 12  # as páginas, repartidas: cada parte é um teste, que os processos dividem entre si
COLOURS = ["color-contrast", "link-in-text-block"]
ATTEMPTS = 3  # o axe não julga um texto escondido, ou sobre uma imagem: talvez julgue o mesmo estilo noutra página
REST = {"td-has-header": {"enabled": True}, **{rule: {"enabled": False} for rule in COLOURS}}
OPEN_ALL = "document.querySelectorAll('details').forEach((details) => details.open = true)"
TO_THEME = "(theme) => document.body.setAttribute('data-md-color-scheme', theme)"
STILL = "*, ::before, ::after { transition: none !important; animation: none !important }"
# O Chromium só avisa da largura nova no quadro seguinte, e sem janela às vezes não desenha mais quadro nenhum
RESIZED = "dispatchEvent(new Event('resize'))"
WIDER = "document.documentElement.scrollWidth - window.innerWidth"
RUN_AXE = "async (rules) => (await axe.run({ rules, resultTypes: ['violations'], preload: false })).violations"


@pytest.fixture(scope="session")
def browser() -> Iterator["sync_api.Browser"]:
    """Um Chromium para todos os testes."""
    if CHROMIUM is None:
        pytest.skip("não há Chromium nesta máquina")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


class Styles:
    """Os estilos de texto que o axe já julgou: a mesma cor sobre o mesmo fundo se julga uma vez só."""

    def __init__(self) -> None:
        self.judged: set[str] = set()
        self.attempts: Counter[str] = Counter()

    def unknown(self, names: list[str]) -> list[str]:
        """Destes, os que falta julgar."""
        return [name for name in names if name not in self.judged and self.attempts[name] < ATTEMPTS]


@pytest.fixture(scope="session")
def styles() -> Styles:
    """Os estilos que este processo já viu, em todas as páginas."""
    return Styles()


class Visit:
    """Uma aba que anota o que uma página faz de errado."""

    def __init__(self, browser: "sync_api.Browser", address: str, width: int) -> None:
        self.address = address
        self.problems: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", locale="pt-BR"
        )
        self.context.add_init_script(Axe().axe_script)
        self.context.add_init_script(path=Path(__file__).with_name("styles.js"))
        self.tab = self.context.new_page()
        self.tab.on("request", self.note_request)
        self.tab.on("console", lambda message: message.type == "error" and self.note(f"console: {message.text}"))
        self.tab.on("pageerror", lambda error: self.note(f"erro de script: {error}"))

    def note(self, problem: str) -> None:
        """Anota um problema e a página em que ele apareceu."""
        self.problems.append(f"{self.tab.url.removeprefix(self.address) or 'início'}: {problem}")

    def note_request(self, request: "sync_api.Request") -> None:
        """Nada se pede a outro endereço (`data:` e `blob:` não saem da página)."""
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws", "wss") and url.netloc != urlsplit(self.address).netloc:
            self.note(f"pediu {request.url}")

    def open(self, page: str) -> None:
        """Abre uma página e espera as letras, que mudam as larguras."""
        self.tab.goto(self.address + page, wait_until="load")
        self.tab.evaluate("document.fonts.ready")

    def check_width(self) -> None:
        """A página não rola para o lado."""
        if self.tab.evaluate(WIDER) > 0:
            self.note(f"rola {self.tab.evaluate(WIDER)} px para o lado em {self.tab.viewport_size}")

    def check_axe(self, rules: dict[str, dict[str, bool]] | None = None) -> None:
        """O axe não acha violação nenhuma."""
        self.note_violations(self.tab.evaluate(RUN_AXE, rules or {}))

    def check_colours(self, styles: Styles) -> None:
        """O axe não acha violação nas cores dos textos que trazem um estilo novo."""
        names = styles.unknown(self.tab.evaluate("styles.find()"))
        if names:
            found = self.tab.evaluate("([names, rules]) => styles.judge(names, rules)", [names, COLOURS])
            styles.attempts.update(names)
            styles.judged.update(found["judged"])
            self.note_violations(found["violations"])

    def note_violations(self, violations: list[dict[str, Any]]) -> None:
        """Anota o que o axe achou, com os primeiros lugares de cada violação."""
        for violation in violations:
            theme = self.tab.evaluate("document.body.dataset.mdColorScheme")
            where = "; ".join(str(node["html"])[:120] for node in violation["nodes"][:3])
            times = f"{len(violation['nodes'])} vezes, a {self.tab.viewport_size['width']} px"
            self.note(f"axe ({theme}) {violation['id']}, {times}: {where}")

    def check_page(self, page: str, styles: Styles) -> None:
        """Abre uma página, com tudo o que nela se desdobra, e a confere nas duas larguras e nos dois temas."""
        self.open(page)
        self.tab.add_style_tag(content=STILL)
        for width in WIDTHS:
            self.tab.set_viewport_size({"width": width, "height": 800})
            self.check_width()
            self.tab.evaluate(RESIZED)
            self.tab.evaluate(OPEN_ALL)  # depois: o foco do que se desdobra vem só de quem o observa
            self.check_axe(REST)
            for theme in THEMES:
                self.tab.evaluate(TO_THEME, theme)
                self.check_width()
                self.check_colours(styles)

    def end(self) -> None:
        """Fecha a aba e mostra tudo o que foi anotado."""
        self.context.close()
        assert not self.problems, "\n".join(self.problems)


def pages_of(site: Path) -> list[str]:
    """Todas as páginas do site, como endereços, e a que aparece no lugar das que não há."""
    return ["404.html", *sorted(f"{path.relative_to(site).parent.as_posix()}/" for path in site.rglob("index.html"))]


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_at_both_widths_in_both_themes(
    share: int, site: Path, address: str, browser: "sync_api.Browser", styles: Styles
) -> None:
    visit = Visit(browser, address, WIDTHS[0])
    for page in pages_of(site)[share::SHARES]:
        visit.check_page(page, styles)
    visit.end()


# O que se espera ler no relato quando uma página tem, bem no fundo, este defeito
DEFECTS = {
    "pálido": ('<div><p>a <em>b <span style="color: #999">pálido</span></em></p></div>', "(default) color-contrast"),
    "escuro": ('<p>a <span style="color: #444">escuro</span></p>', "(slate) color-contrast"),
    "dobrado": ('<details><summary>Abra</summary><p style="color: #989898">pálido</p></details>', "color-contrast"),
    "fundo": ('<p>a <span style="background: #777">sem contraste</span></p>', "(default) color-contrast"),
    "link": (
        '<p>um <a href="." style="text-decoration: none; color: #004">link</a> que não se vê</p>',
        "link-in-text-block",
    ),
    "tabela": ("<table>" + "<tr><td>1</td><td>2</td><td>3</td><td>4</td></tr>" * 4 + "</table>", "td-has-header"),
    "cabeçalho": ("<table><tr><th></th><th>a</th></tr><tr><td>1</td><td>2</td></tr></table>", "empty-table-header"),
    "imagem": ('<img src="../../assets/logo.svg">', "image-alt"),
    "largo": ('<div style="width: 400px">largo</div>', "px para o lado em {'width': 360"),
    "larguíssimo": ('<div style="width: 1400px">largo</div>', "px para o lado em {'width': 1280"),
    "desdobrado": ('<details><summary>Abra</summary><div style="width: 999px">a</div></details>', "para o lado"),
    "outro": ('<img alt="fora" src="http://127.0.0.2:9/fora.png">', "pediu http://127.0.0.2:9/fora.png"),
    "falta": ('<img alt="nada" src="nada.png">', "console: Failed to load resource"),
    "script": ("<script>naoHa()</script>", "erro de script: naoHa is not defined"),
}


def test_each_defect_is_reported(build_page: Builder, browser: "sync_api.Browser") -> None:
    pages = {f"defeitos/{name}.md": f"# Uma\n\nTexto bom.\n\n{html}\n" for name, (html, _) in DEFECTS.items()}
    styles = Styles()
    with served(build_page("# Uma\n\nTexto bom.\n", pages)) as address:
        good = Visit(browser, address, WIDTHS[0])
        good.check_page("", styles)
        good.end()
        missed = {}
        for name, (_, clue) in DEFECTS.items():
            visit = Visit(browser, address, WIDTHS[0])
            visit.check_page(f"defeitos/{name}/", styles)
            visit.context.close()
            if not any(clue in problem for problem in visit.problems):
                missed[name] = visit.problems
    assert not missed


def test_menu_on_a_phone(address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, address, 360)
    visit.open("sobre/")
    visit.tab.get_by_role("button", name="Abrir o menu").click()
    visit.tab.get_by_role("link", name="Praticar").first.wait_for()
    visit.check_axe()
    visit.end()


def test_search_forgives_accents_and_plurals(small_address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, small_address, 1280)
    visit.open("outra/")
    visit.tab.get_by_role("button", name="Buscar").click()
    for word in ("otimizacao", "otimizações", "Otimização", "produtos", "PRODUTO"):
        visit.tab.get_by_role("searchbox").fill("")
        sync_api.expect(visit.tab.locator("#busca li")).to_have_count(0)
        visit.tab.get_by_role("searchbox").fill(word)
        sync_api.expect(visit.tab.locator("#busca [role=status]")).to_have_text("1 página encontrada.", timeout=10_000)
        sync_api.expect(visit.tab.locator("#busca a strong").first).to_have_text("Uma")
    visit.tab.get_by_role("searchbox").fill("xilofone")
    sync_api.expect(visit.tab.locator("#busca [role=status]")).to_contain_text("Nada encontrado")
    visit.end()


def test_search_by_keyboard(address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, address, 360)
    visit.open("sobre/")
    visit.tab.keyboard.press("/")
    visit.tab.keyboard.type("tensores")
    visit.tab.locator("#busca a mark").first.wait_for(timeout=10_000)
    visit.check_width()
    visit.check_axe()
    visit.tab.keyboard.press("ArrowDown")
    found = visit.tab.evaluate("document.activeElement.href")
    visit.tab.keyboard.press("Enter")
    visit.tab.wait_for_url(found)
    visit.tab.keyboard.press("/")
    visit.tab.keyboard.press("Escape")
    sync_api.expect(visit.tab.locator("#busca")).to_be_hidden()
    visit.end()


WIDE = f'<div class="highlight"><code style="display: block; overflow: auto; white-space: pre">{"a" * 99}</code></div>'
APPEND = "(html) => document.querySelector('article').insertAdjacentHTML('beforeend', html)"


def test_what_appears_later_and_scrolls_takes_the_focus(small_address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, small_address, 360)
    visit.open("outra/")
    visit.tab.evaluate(APPEND, WIDE)
    assert visit.tab.locator("article .highlight code").last.get_attribute("tabindex") == "0"
    visit.end()


def test_theme_is_remembered(address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, address, 1280)
    visit.open("")
    visit.tab.get_by_title("Mudar para o tema escuro").click()
    visit.open("praticar/")
    assert visit.tab.evaluate("document.body.dataset.mdColorScheme") == "slate"
    visit.end()
