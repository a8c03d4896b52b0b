"""O glossário nos capítulos: o primeiro uso de um termo em cada página leva ao verbete, e a definição é a dica dele."""

import html
import re

from mkdocs.utils import get_relative_url

from tools.terms import GLOSSARY, Term, pattern

ADDRESS = GLOSSARY.removesuffix(".md") + "/"
KEPT = (
    r"<(?P<tag>a|button|code|figure|h[1-6]|pre|summary)\b.*?</(?P=tag)>"
    r'|<(?P<box>div|p|span) class="[^"]*\b(?:abstract|admonition-title|arithmatex|highlight)\b.*?</(?P=box)>'
    r"|<!--.*?-->|<[^>]*>"
)
"""Onde não se mexe: etiquetas, títulos, links, figuras, código, fórmulas e a caixa que diz o que se vai aprender."""
ENTRY = re.compile(re.escape(ADDRESS) + r'#([\w-]+)"')


class Glossary:
    """Põe nas páginas os links para os verbetes."""

    def __init__(self, terms: list[Term]) -> None:
        finder, self.owner = pattern(terms)
        self.terms = {term.anchor: term for term in terms}
        self.finder = re.compile(f"{KEPT}|(?P<word>{finder.pattern})", re.IGNORECASE | re.DOTALL)

    def link(self, content: str, url: str) -> str:
        """O HTML da página de endereço `url`, com um link por termo; um que o autor já pôs vale como o primeiro."""
        met: set[str] = set()
        address = get_relative_url(ADDRESS, url)

        def linked(match: re.Match[str]) -> str:
            entry = ENTRY.search(match[0]) if match["tag"] == "a" else None
            if entry and entry[1] in self.terms:
                met.add(entry[1])
                return match[0].replace("<a ", f'<a class="termo" title="{self.tip(entry[1])}" ', 1)
            if not match["word"]:
                return match[0]
            anchor = self.owner[re.sub(r"\s+", " ", match[0]).lower()].anchor
            if anchor in met:
                return match[0]
            met.add(anchor)
            return f'<a class="termo" title="{self.tip(anchor)}" href="{address}#{anchor}">{match[0]}</a>'

        return self.finder.sub(linked, content) if self.terms else content

    def tip(self, anchor: str) -> str:
        """A definição de um verbete, pronta para um atributo."""
        return html.escape(self.terms[anchor].definition.replace("`", ""))
