"""O que uma construção lembra da anterior: as fórmulas, os blocos de código e as páginas da Referência já prontos.

Cada coisa se guarda com o resumo de tudo de que depende; se nada mudou, não se faz de novo.
"""

import hashlib
import json
import sys
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pymdownx.highlight import Highlight

from tools.site import CACHE, ROOT, keep

TOOLS = (
    "jinja2 griffelib markdown mkdocs mkdocs-autorefs mkdocstrings mkdocstrings-python pygments pymdown-extensions ruff"
)
VERSIONS = f"{sys.version} {[version(name) for name in TOOLS.split()]}"
REFERENCE = (
    *("reference", "mkdocs.yml"),
    *("tools/site/boxes.py", "tools/site/figures.py", "tools/site/memory.py", "tools/site/templates"),
)
"""De que depende uma página da Referência. O pacote inteiro, porque uma classe pode herdar da de outro módulo."""

plain_highlight = Highlight.highlight


class Memory:
    """Textos prontos, num arquivo do cache; o arquivo só vale enquanto `salt`, que é comum a todos, for o mesmo."""

    def __init__(self, file: Path, salt: str) -> None:
        self.file, self.salt = file, salt
        read = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        self.known: dict[str, Any] = read["known"] if read.get("salt") == salt else {}
        self.added = False

    def get(self, key: object, make: Callable[[], Any]) -> Any:
        """O que se fez um dia com esta chave, ou o que `make` faz agora."""
        name = hashlib.sha256(repr(key).encode()).hexdigest()
        if name not in self.known:
            self.known[name] = make()
            self.added = True
        return self.known[name]

    def close(self) -> None:
        """Guarda o que há de novo."""
        if self.added:
            keep(self.file, json.dumps({"salt": self.salt, "known": self.known}))
            self.added = False


def digest(files: Iterable[Path], salt: str = "") -> str:
    """Uma marca que muda quando muda qualquer um dos arquivos."""
    total = hashlib.sha256(salt.encode())
    for path in files:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def digest_of(names: Iterable[str], salt: str = "") -> str:
    """A marca destes arquivos do repositório e de tudo o que há nestas pastas."""
    found = [path for name in names for path in sorted((ROOT / name).rglob("*")) or [ROOT / name]]
    return digest((path for path in found if path.is_file() and path.suffix != ".pyc"), salt)


def remember_code() -> Memory:
    """Faz com que um bloco de código só se destaque uma vez, numa página, numa docstring ou no código-fonte."""
    memory = Memory(CACHE / "blocos.json", VERSIONS)

    def highlight(self: Highlight, src: str, language: str | None, css_class: str = "highlight", **more: Any) -> Any:
        if more.get("inline"):  # um trecho no meio da frase custa pouco
            return plain_highlight(self, src, language, css_class, **more)
        settings = {name: value for name, value in vars(self).items() if name != "md"}
        key = (settings, str(src), language, css_class, more)
        return memory.get(key, lambda: plain_highlight(self, src, language, css_class, **more))

    Highlight.highlight = highlight
    return memory


def remember_reference(handler: Any, pages: list[str]) -> Memory:
    """Faz com que a Referência só se refaça se mudou o pacote, a lista de páginas do site ou as ferramentas.

    De cada módulo se guardam o HTML e os títulos, de que o mkdocstrings faz o índice da página; de cada título, os
    outros nomes por que se chega a ele, que dependem dos módulos que vieram antes.
    """
    memory = Memory(CACHE / "referencia.json", digest_of(REFERENCE, f"{VERSIONS} {pages}"))
    plain_render, plain_aliases = handler.render, handler.get_aliases

    def render(module: Any, options: Any, locale: str | None = None) -> str:
        def both() -> tuple[str, list[str]]:
            html = plain_render(module, options, locale)
            return html, [etree.tostring(heading, encoding="unicode") for heading in handler.get_headings()]

        html, headings = memory.get((module.path, options, locale), both)
        handler._headings += [etree.fromstring(heading) for heading in headings]
        return html

    handler.render = render
    handler.get_aliases = lambda name: memory.get(name, lambda: plain_aliases(name))
    return memory
