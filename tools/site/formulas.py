r"""Fórmulas: de LaTeX a HTML durante a construção do site.

O Markdown marca cada fórmula (`pymdownx.arithmatex`); aqui ela vira HTML com MathML dentro, pelo KaTeX rodado em Node,
ou só MathML onde não há npm. Uma fórmula que não se deixa ler interrompe a construção. O que já foi desenhado uma vez
fica em `.cache/`.

Nas fórmulas, `\dado{x}`, `\peso{w}`, `\saida{a}`, `\gradiente{g}` e `\erro{e}` dão a um símbolo a cor do seu papel.
"""

import html
import json
import re
import subprocess
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from pathlib import Path

from tools.environment import node, node_modules
from tools.site import CACHE, SiteError
from tools.site.memory import Memory

ROLES = ("dado", "peso", "saida", "gradiente", "erro", "neutro")
MACROS = {rf"\{role}": rf"\htmlClass{{papel-{role}}}{{#1}}" for role in ROLES}
MARKED = re.compile(r'<(span|div) class="arithmatex">\\[(\[](.*?)\\[)\]]</\1>', re.DOTALL)

PARTS = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}


class Katex:
    """O KaTeX num processo Node que fica à espera de fórmulas, uma por linha."""

    def __init__(self, program: Path, package: Path) -> None:
        script = Path(__file__).with_name("katex.mjs")
        command = [str(program), str(script), str(package / "dist" / "katex.mjs"), json.dumps(MACROS)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def __call__(self, tex: str, display: bool) -> str:
        """Devolve o HTML da fórmula; levanta ValueError se o KaTeX a recusa."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps({"tex": tex, "display": display}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SiteError("o Node que desenha as fórmulas parou sem responder")
        answer = json.loads(line)
        if "error" in answer:
            raise ValueError(answer["error"])
        return str(answer["html"])

    def close(self) -> None:
        """Encerra o processo."""
        with self.process:  # ao sair, fecha os canais e espera
            pass


def mathml(tex: str, display: bool) -> str:
    """A fórmula em MathML, sem Node: menos bonita, mas completa; levanta ValueError se não a entende."""
    from latex2mathml.converter import convert

    colourless = re.sub(rf"\\({'|'.join(ROLES)})(?![a-zA-Z])", "", tex).replace("{aligned}", "{align*}")
    bare = re.sub(r"\\.", "", tex)
    if bare.count("{") != bare.count("}"):
        raise ValueError("as chaves não se fecham")
    try:
        answer = str(convert(colourless, display="block" if display else "inline"))
        elements = etree.fromstring(answer).iter()
    except Exception as error:  # latex2mathml tem uma dúzia de exceções próprias
        raise ValueError(f"{type(error).__name__}: {error}") from error
    check_mathml(elements)
    return answer


def check_mathml(elements: Iterable[etree.Element]) -> None:
    """O latex2mathml deixa passar um comando que não conhece e uma fração sem denominador; nós não."""
    for element in elements:
        name = element.tag.rpartition("}")[2]
        if name != "mtext" and "\\" in (element.text or ""):
            raise ValueError(f"comando desconhecido: {element.text}")
        if len(element) != PARTS.get(name, len(element)):
            raise ValueError(f"falta uma parte em {name}")


class Formulas:
    """Desenha as fórmulas das páginas e lembra das que já desenhou."""

    def __init__(self, cache: Path = CACHE / "formulas.json") -> None:
        self.engine: Katex | None = None
        self.package = katex_package()
        maker = self.package.joinpath("package.json").read_text(encoding="utf-8") if self.package else "mathml"
        self.memory = Memory(cache, f"{maker} {MACROS}")

    def replace(self, content: str, page: str) -> str:
        """Troca as fórmulas marcadas no HTML de uma página pelo seu desenho."""

        def drawn(match: re.Match[str]) -> str:
            tag, tex = match[1], html.unescape(match[2]).strip()
            try:
                body = self.render(tex, display=tag == "div")
            except ValueError as error:
                raise SiteError(f"{page}: fórmula errada: {tex}\n{error}") from error
            return f'<{tag} class="formula" data-pagefind-ignore>{body}</{tag}>'

        return MARKED.sub(drawn, content)

    def render(self, tex: str, display: bool) -> str:
        """O HTML de uma fórmula, do cache se ele a tem."""
        return str(self.memory.get((tex, display), lambda: self.draw(tex, display)))

    def draw(self, tex: str, display: bool) -> str:
        """Desenha uma fórmula; o processo Node só começa na primeira."""
        program = node()
        if self.package is None or program is None:
            return mathml(tex, display)
        self.engine = self.engine or Katex(program, self.package)
        return self.engine(tex, display)

    def close(self) -> None:
        """Encerra o Node e guarda o cache."""
        if self.engine:
            self.engine.close()
            self.engine = None
        self.memory.close()


def katex_package() -> Path | None:
    """A pasta do KaTeX, se o npm o instalou e há um Node que o rode."""
    modules = node_modules()
    package = modules / "katex" if modules else None
    return package if package and package.is_dir() and node() else None
