"""Letras e estilos de terceiros, copiados de `node_modules` para dentro do site: nada se pede a outro endereço.

Onde não há npm o site fica completo com as letras do sistema.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.environment import node_modules
from tools.site.formulas import katex_package

SUBSETS = ("latin", "latin-ext", "greek")
FAMILIES = ("source-sans-3", "jetbrains-mono")
STYLES = ("wght", "wght-italic")
FACE = re.compile(r"/\* (?P<name>[\w-]+) \*/\s*@font-face \{(?P<body>.*?)\}", re.DOTALL)
URL = re.compile(r"url\(\./(?P<path>[^)]+\.woff2)\)")

Asset = tuple[str, Path | str]
"""O endereço dentro do site e o que há nele: um arquivo a copiar ou um texto."""


def text_fonts() -> Iterator[Asset]:
    """As letras do texto e do código, com uma folha de estilo que só pede ao leitor os alfabetos que a página usa."""
    modules = node_modules()
    rules = []
    for family in FAMILIES if modules else ():
        package = modules / "@fontsource-variable" / family
        for style in STYLES if package.is_dir() else ():
            for name, rule, file in faces(package, style):
                rules.append(rule)
                yield f"assets/fonts/{name}.woff2", package / file
    if rules:
        yield "assets/fonts/fonts.css", "\n".join(rules) + "\n"


def faces(package: Path, style: str) -> Iterator[tuple[str, str, str]]:
    """As regras `@font-face` de um estilo, uma por alfabeto que nos serve: nome, regra e arquivo."""
    wanted = tuple(f"{package.name}-{subset}-wght-" for subset in SUBSETS)
    for match in FACE.finditer((package / f"{style}.css").read_text(encoding="utf-8")):
        source = URL.search(match["body"])
        if source and match["name"].startswith(wanted):
            body = re.sub(r"src:[^;]*;", f'src: url("{match["name"]}.woff2") format("woff2");', match["body"])
            yield match["name"], f"@font-face {{{body}}}", source["path"]


def formula_style() -> Iterator[Asset]:
    """A folha de estilo do KaTeX e suas letras, só no formato que os navegadores de hoje leem."""
    package = katex_package()
    if package is None:
        return
    dist = package / "dist"
    css = (dist / "katex.min.css").read_text(encoding="utf-8")
    css = re.sub(r',url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)', "", css)
    yield "assets/katex/katex.css", css
    for font in sorted((dist / "fonts").glob("*.woff2")):
        yield f"assets/katex/fonts/{font.name}", font


def all_assets() -> list[Asset]:
    """Tudo o que o site recebe de fora e serve por conta própria."""
    return [*text_fonts(), *formula_style()]
