"""O mapa de uma parte: os capítulos na ordem do livro, e um arco de cada um para os que ele usa.

Quem diz o que um capítulo usa é ele mesmo, na linha `Precisa de:`.
"""

import posixpath
import re
from dataclasses import dataclass

from tools.site.pages import relative, title_of

MARK = "<!-- mapa -->"
NEEDS = re.compile(r"^Precisa de: (.+)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#]+\.md)")
MINUTES = re.compile(r"Leva uns (\d+) minutos")
WIDTH = 4.0
"""A largura dos arcos, na mesma unidade da altura de uma linha."""


@dataclass(frozen=True)
class Stop:
    """Um capítulo no mapa."""

    page: str
    title: str
    minutes: str
    needs: frozenset[str]

    @property
    def reading(self) -> str:
        """O tempo de leitura, se o capítulo o diz."""
        return f" <small>{self.minutes} min</small>" if self.minutes else ""


def stop(page: str, markdown: str) -> Stop:
    """Um capítulo, do endereço dele em docs/ e do texto.

    Examples:
        >>> stop("a/b.md", "# Dois\\n\\nPrecisa de: [Um](../c/um.md). Leva uns 9 minutos.\\n")
        Stop(page='a/b.md', title='Dois', minutes='9', needs=frozenset({'c/um.md'}))
    """
    line = NEEDS.search(markdown)
    minutes = MINUTES.search(markdown)
    targets = LINK.findall(line[1]) if line else []
    folder = posixpath.dirname(page)
    needs = frozenset(posixpath.normpath(posixpath.join(folder, target)) for target in targets)
    return Stop(page, title_of(markdown).replace("`", ""), minutes[1] if minutes else "", needs)


def arcs(stops: list[Stop]) -> list[tuple[int, int]]:
    """Os pares (usado, quem usa), pelas posições dos dois no mapa."""
    places = {entry.page: place for place, entry in enumerate(stops)}
    return [(places[page], place) for place, entry in enumerate(stops) for page in sorted(entry.needs & places.keys())]


def path(first: int, last: int) -> str:
    """Um arco, tanto mais largo quanto mais longe alcança."""
    width = min(WIDTH, 1 + 0.6 * abs(last - first))
    bend = f"{WIDTH - width:g}"
    return f"M{WIDTH:g} {first + 0.5:g}C{bend} {first + 0.5:g} {bend} {last + 0.5:g} {WIDTH:g} {last + 0.5:g}"


def drawing(stops: list[Stop], page: str) -> str:
    """O mapa em Markdown, para a página `page`: uma lista de verdade, com os arcos ao lado, que são só desenho."""
    lines = "".join(f'<path d="{path(*arc)}"/>' for arc in arcs(stops))
    svg = f'<svg viewBox="0 0 {WIDTH:g} {len(stops)}" preserveAspectRatio="none" aria-hidden="true">{lines}</svg>'
    entries = [f"1. [{entry.title}]({relative(entry.page, page)}){entry.reading}" for entry in stops]
    opening = f'<div class="mapa" style="--paradas: {len(stops)}" markdown>\n\n<div>{svg}</div>\n'
    return "\n".join([f"\n{opening}", *entries, "\n</div>\n"])
