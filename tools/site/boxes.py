"""Cada caixa (uma Armadilha, uma nota) ganha um endereço feito do título, como as seções: pode-se apontar para ela."""

import html
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import render_inner_html, slugify, strip_tags, unique
from markdown.treeprocessors import Treeprocessor


class Boxes(Extension):
    """A extensão do Markdown que dá os endereços."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Depois que o texto dos títulos está pronto, e antes de o MkDocs anotar os endereços da página."""
        md.treeprocessors.register(BoxProcessor(md), "laco_boxes", 11)


class BoxProcessor(Treeprocessor):
    """Procura as caixas que têm título."""

    def run(self, root: etree.Element) -> None:
        """`Armadilha: max não é maximum` mora em `#armadilha-max-nao-e-maximum`."""
        used: set[str] = set()
        for box in root.iter("div"):
            if "admonition" in box.get("class", "").split() and box[0].get("class") == "admonition-title":
                title = html.unescape(strip_tags(render_inner_html(box[0], self.md)))
                box.set("id", unique(slugify(title, "-"), used))
