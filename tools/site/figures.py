"""Figuras: de um programa ao lado da página a um SVG que serve aos dois temas.

No Markdown, `![o que a figura mostra](figures/nome.py "Legenda")`, sozinha no parágrafo. O programa tem uma função
`desenhar()` que devolve uma figura do matplotlib (veja `tools/site/style.py`) ou um texto, já em SVG.
O desenho fica em `.cache/` até que mude o programa ou o código que ele pode usar.
"""

import html
import io
import re
import runpy
import sys
import xml.etree.ElementTree as etree
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from tools.site import CACHE, ROOT, SiteError, keep
from tools.site.memory import digest, digest_of

SOURCES = ("reference", "programs", "tools/site/style.py", "tools/site/curves.py", "tools/site/figures.py")
RELOADED = ("reference", "programs", "tools.site.style", "tools.site.curves")

FIGURE = re.compile(r'^(\s*!\[.*\]\([^\s)]+\.py\s+)"(.*)"\)\s*$')

MATH = re.compile(r"<text>\s*(?:<tspan[^>]*>[^<]*</tspan>\s*)+</text>")
GLYPH = re.compile(r'<tspan x="([\d.-]+)" y="([\d.-]+)" style="([^"]*)">([^<]*)</tspan>')

RC = {
    "svg.fonttype": "none",
    "svg.hashsalt": "laço a laço",
    "font.size": 16,
    "axes.labelsize": 16,
    "axes.unicode_minus": True,
    "legend.frameon": False,
    "legend.fontsize": 14,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "text.color": "#1d2027",
    "lines.linewidth": 2,
}


class Figures(Extension):
    """A extensão do Markdown que troca a imagem cujo endereço é um programa pelo desenho que ele faz."""

    page = Path()
    """O arquivo da página que está sendo convertida; quem a converte o anota aqui."""

    def __init__(self) -> None:
        super().__init__()
        self.sources = digest_of(SOURCES, version("matplotlib"))
        """A marca de tudo de que uma figura pode depender além do próprio programa."""
        forget_changed_modules(self.sources)

    def extendMarkdown(self, md: Markdown) -> None:
        """Cada coisa na sua hora: depois dos blocos de código, e antes da conferência dos endereços."""
        md.preprocessors.register(CaptionProcessor(md), "laco_captions", 20)
        md.treeprocessors.register(FigureProcessor(md, self), "laco_figures", 12)


class CaptionProcessor(Preprocessor):
    """Guarda a legenda das figuras em hexadecimal, para que o Markdown não lhe apague o `código` e as $fórmulas$."""

    def run(self, lines: list[str]) -> list[str]:
        """Uma figura ocupa uma linha."""
        return [FIGURE.sub(lambda match: f'{match[1]}"{match[2].encode().hex()}")', line) for line in lines]


class FigureProcessor(Treeprocessor):
    """Procura os parágrafos que são uma figura."""

    def __init__(self, md: Markdown, figures: Figures) -> None:
        super().__init__(md)
        self.figures = figures

    def run(self, root: etree.Element) -> None:
        """Troca cada figura da página pelo seu HTML, numerando-as para que nenhum `id` se repita."""
        count = 0
        for parent in root.iter():
            alone = len(parent) == 1 and not (parent.text or "").strip() and not (parent[0].tail or "").strip()
            for image in [child for child in parent if child.tag == "img" and child.get("src", "").endswith(".py")]:
                source = image.get("src", "")
                if parent.tag != "p" or not alone:
                    raise SiteError(f"{self.figures.page}: a figura {source} tem de estar sozinha no parágrafo")
                count += 1
                script = (self.figures.page.parent / source).resolve()
                told = image.get("alt", ""), caption_of(image)
                try:
                    body = figure_html(script, *told, f"f{count}-", self.figures.sources)
                except SiteError as error:
                    raise SiteError(f"{self.figures.page}: {error}") from error
                parent.remove(image)
                parent.text = self.md.htmlStash.store(body)


def caption_of(image: etree.Element) -> str:
    """A legenda que `CaptionProcessor` guardou."""
    return bytes.fromhex(image.get("title", "")).decode()


def figure_html(script: Path, alt: str, caption: str, prefix: str, sources: str) -> str:
    """O elemento `<figure>` completo de um programa de figura."""
    if not alt.strip():
        raise SiteError(f"a figura {script.name} precisa de um texto alternativo que diga o que ela mostra")
    svg = cached_svg(script, sources)
    width = float(re.search(r'viewBox="0 0 ([\d.]+) ', svg)[1])  # type: ignore[index]
    svg = svg.replace("§", prefix).replace(
        "<svg ", f'<svg role="img" aria-label="{html.escape(alt)}" focusable="false" ', 1
    )
    legend = f"<figcaption>{caption_html(caption)}</figcaption>" if caption else ""
    screen = f'<div class="figura-tela" data-pagefind-ignore>{svg}</div>'
    return f'<figure class="figura" style="--largura:{width:g}px">{screen}{legend}</figure>'


def caption_html(caption: str) -> str:
    """A legenda com `código`, *ênfase* e $fórmula$, como no texto."""
    words = html.escape(caption, quote=False)
    words = re.sub(r"`([^`]+)`", r"<code>\1</code>", words)
    words = re.sub(r"\*([^*]+)\*", r"<em>\1</em>", words)
    return re.sub(r"\$([^$]+)\$", r'<span class="arithmatex">\\(\1\\)</span>', words)


def cached_svg(script: Path, sources: str) -> str:
    """O SVG do programa, desenhado só se ele ou o código que usa mudou."""
    if not script.is_file():
        raise SiteError(
            f"não há o programa de figura {script.relative_to(ROOT) if script.is_relative_to(ROOT) else script}"
        )
    beside = (path for path in sorted(script.parent.iterdir()) if path.is_file() and path.suffix != ".py")
    key = digest([script, *beside], sources)
    kept = CACHE / "figures" / f"{script.stem}-{key[:20]}.svg"
    if not kept.exists():
        keep(kept, themed(draw(script)))
    return kept.read_text(encoding="utf-8")


def draw(script: Path) -> str:
    """Roda o programa e devolve o SVG: o que ele escreveu, ou o que o matplotlib desenhou."""
    from matplotlib import rc_context

    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))  # as figuras importam `reference`, de qualquer pasta que se chame o MkDocs
    output = io.BytesIO()
    try:
        with rc_context(RC):
            figure: Any = runpy.run_path(str(script))["desenhar"]()
            if isinstance(figure, str):
                return figure
            figure.savefig(output, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    except Exception as error:
        raise SiteError(f"a figura {script.name} não se deixou desenhar: {type(error).__name__}: {error}") from error
    return output.getvalue().decode()


LOADED: list[str] = []
"""O resumo do código com que os módulos importados foram lidos."""


def forget_changed_modules(sources: str) -> None:
    """Esquece os módulos já importados quando o código deles muda (o servidor de prévia vive mais que uma edição)."""
    if LOADED and [sources] != LOADED:
        for name in list(sys.modules):
            if name in RELOADED or name.startswith(tuple(f"{prefix}." for prefix in RELOADED)):
                del sys.modules[name]
    LOADED[:] = [sources]


def themed(svg: str) -> str:
    """O SVG pronto para a página: cores do tema, letra do site, só os `id` usados (com `§` no lugar do prefixo)."""
    from tools.site.style import VARIABLES

    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<!--.*?-->|<metadata>.*?</metadata>|<defs>\s*<style.*?</style>\s*</defs>", "", svg, flags=re.DOTALL)
    size = re.search(r'viewBox="([^"]+)"', svg)[1]  # type: ignore[index]
    svg = re.sub(r"<svg [^>]*>", f'<svg xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{size}">', svg, count=1)
    for colour, name in VARIABLES.items():
        svg = re.sub(colour, f"var({name})", svg, flags=re.IGNORECASE)
    svg = re.sub(r"'DejaVu Sans Mono'[^;\"]*", "var(--md-code-font-family)", svg)
    svg = re.sub(r"'DejaVu Sans'[^;\"]*", "var(--md-text-font-family)", svg)
    svg = MATH.sub(flowing, svg)
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', svg))
    svg = re.sub(r' id="([^"]+)"', lambda match: f' id="§{match[1]}"' if match[1] in used else "", svg)
    svg = re.sub(r'(href="#|url\(#)', r"\1§", svg)
    svg = re.sub(r"(?<!tspan)>\s+<", "><", svg)
    return re.sub(r"\s+", " ", svg)


def flowing(math: re.Match[str]) -> str:
    """Um texto com símbolos (`$w_1$`), escrito corrido e centrado.

    O matplotlib põe cada letra no lugar que a letra dele pediria, e a do site é outra.
    """
    glyphs = sorted((float(x), float(y), style, letter) for x, y, style, letter in GLYPH.findall(math[0]))
    size = float(re.search(r"font-size: ([\d.]+)", math[0])[1])  # type: ignore[index]
    pieces, height = [], 0.0
    for (y, style), run in groupby(glyphs, key=lambda glyph: glyph[1:3]):
        words = "".join(letter for *_, letter in run)
        pieces.append(f'<tspan dy="{y - height:.2f}" style="{style}">{words}</tspan>')
        height = y
    middle = (glyphs[-1][0] + 0.55 * size) / 2
    return f'<text x="{middle:.2f}" style="text-anchor: middle; white-space: pre">{"".join(pieces)}</text>'
