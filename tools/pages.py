"""As páginas que rodam: lê os blocos de uma página, executa-os e compara o que imprimem com o que a página mostra.

Para os testes (`conftest.py`), cada bloco é um item. Para quem escreve, este módulo também é um comando, que reescreve
as cercas de saída de uma página com o que o código imprime de fato:

    python3 -m tools.pages docs/tensors/tensor.md
"""

import contextlib
import difflib
import io
import linecache
import re
import sys
import traceback
import warnings
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools import environment

ROOT = Path(__file__).resolve().parent.parent
SHOWN = {"text", "console", "markdown", "toml", "yaml", "json", "html", "css", "javascript", "latex", "bibtex"}
"""Linguagens que só se mostram. `python` roda; qualquer outra é erro, para que nada deixe de rodar por descuido."""
OUTPUT_TITLE = "Saída"
OPENING = re.compile(r"(?P<indent> *)(?P<marker>`{3,}|~{3,}) *(?P<info>[^`]*)")
ANYWHERE = re.compile(r"^[\s>*+\-\d.)]*(`{3,}|~{3,})")
BRACED = re.compile(r"\{\s*\.(?P<language>[\w+-]+)(?P<options>[^}]*)\}")
PLAIN = re.compile(r"(?P<language>[\w+-]+)(?P<options>(?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'))*)")
TITLE = re.compile(r"""\btitle=(["'])(.*?)\1""")
SNIPPET = re.compile(r'--8<-- "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"')


class PageError(Exception):
    """A página está malformada na linha `line`."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Fence:
    """Um bloco de código cercado: `first` e `last` são as linhas das duas cercas, contadas a partir de 1."""

    language: str
    title: str
    indent: int
    first: int
    last: int
    body: str


@dataclass(frozen=True)
class Block:
    """Um bloco `python` da página e, se vier logo depois dele, a cerca com a saída."""

    code: Fence
    output: Fence | None

    @property
    def snippets(self) -> list[tuple[str, str]]:
        """Arquivos e seções embutidos; um bloco desses mostra código que mora em outro lugar, e não roda aqui."""
        return [(m["path"], m["section"] or "") for m in SNIPPET.finditer(self.code.body)]


def fences(text: str) -> list[Fence]:
    """Todas as cercas de um texto em Markdown, inclusive as recuadas dentro de avisos e soluções.

    Raises:
        PageError: Se uma cerca não fechar, se não disser a linguagem ou se estiver onde o site não a reconhece.

    Examples:
        >>> [(fence.language, fence.first, fence.body) for fence in fences("Veja:\\n\\n```python\\nprint(1)\\n```")]
        [('python', 3, 'print(1)')]
    """
    lines = text.split("\n")
    found = []
    number = 0
    while number < len(lines):
        opening = OPENING.fullmatch(lines[number].rstrip())
        if not opening:
            if ANYWHERE.match(lines[number]):
                raise PageError(number + 1, "cerca em lugar que o site não reconhece: ponha-a sozinha na linha")
            number += 1
            continue
        fence = read_fence(lines, number, opening)
        found.append(fence)
        number = fence.last
    return found


def read_fence(lines: list[str], start: int, opening: re.Match[str]) -> Fence:
    """A cerca que abre em `lines[start]`, até a que fecha, com o mesmo recuo."""
    info = BRACED.fullmatch(opening["info"].strip()) or PLAIN.fullmatch(opening["info"].strip())
    if not info or info["language"] not in SHOWN | {"python"}:
        known = ", ".join(sorted(SHOWN))
        raise PageError(start + 1, f"cerca {opening['info']!r} desconhecida: use python, que roda, ou {known}")
    indent, closing = len(opening["indent"]), opening["indent"] + opening["marker"]
    for end in range(start + 1, len(lines)):
        line = lines[end].rstrip()
        if line == closing:
            body = "\n".join(line[indent:] for line in lines[start + 1 : end])
            title = TITLE.search(info["options"])
            return Fence(info["language"], title[2] if title else "", indent, start + 1, end + 1, body)
        if line and len(line) - len(line.lstrip(" ")) < indent:
            break
    raise PageError(start + 1, "cerca que não fecha com o mesmo recuo")


def blocks(text: str) -> list[Block]:
    """Blocos `python` de uma página, na ordem, cada um com a saída que o segue.

    Raises:
        PageError: Se houver uma saída sem bloco antes, ou um bloco que mistura código com `--8<--`.
    """
    lines = text.split("\n")
    found: list[Block] = []
    for fence in fences(text):
        if fence.language == "python":
            check_snippets(fence)
            found.append(Block(fence, None))
        elif fence.title == OUTPUT_TITLE:
            code = found[-1] if found else None
            if not code or code.output or any(line.strip() for line in lines[code.code.last : fence.first - 1]):
                raise PageError(fence.first, "saída sem um bloco python logo antes: ninguém a conferiria")
            if code.code.indent != fence.indent or fence.language != "text" or code.snippets:
                raise PageError(fence.first, 'a saída é um ```text title="Saída" com o recuo de um bloco que roda')
            found[-1] = Block(code.code, fence)
    return found


def check_snippets(fence: Fence) -> None:
    """Um bloco ou é código, ou só linhas `--8<-- "arquivo:seção"`."""
    lines = [line for line in fence.body.splitlines() if line.strip()]
    if any("--8<--" in line for line in lines) and not all(SNIPPET.fullmatch(line.strip()) for line in lines):
        raise PageError(fence.first, 'código embutido se escreve só com linhas --8<-- "caminho/arquivo.py:secao"')


def missing(block: Block, root: Path = ROOT) -> str:
    """O arquivo ou a seção que o bloco embute e que não existe; vazio, se nada falta."""
    for path, section in block.snippets:
        if not (root / path).is_file():
            return f"o arquivo embutido {path} não existe"
        source = (root / path).read_text(encoding="utf-8")
        for mark in (f"# --8<-- [start:{section}]", f"# --8<-- [end:{section}]"):
            if section and mark not in source:
                return f"{path} não tem a marca {mark}"
    return ""


@dataclass
class Page:
    """Uma página sendo executada: um espaço de nomes só, do primeiro bloco ao último.

    Os ajustes que ela fizer (de impressão, de avisos do NumPy, de `decimal`) ficam no contexto dela, e só nele.
    """

    path: Path
    root: Path = ROOT
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    namespace: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    settings: Context = field(default_factory=copy_context)
    broken: int | None = None

    @classmethod
    def read(cls, path: Path, root: Path = ROOT) -> "Page":
        """Lê e separa os blocos; não executa nada."""
        text = path.read_text(encoding="utf-8")
        return cls(path.resolve(), root, text, blocks(text))

    def check(self, block: Block) -> str:
        """Roda um bloco e diz o que há de errado nele: texto vazio, se a página mostra o que ele imprime."""
        if block.snippets:
            return missing(block, self.root)
        if self.broken:
            return f"não rodou: o bloco da linha {self.broken}, do qual este depende, falhou antes"
        expected = block.output.body if block.output else ""
        printed, error = self.run(block)
        if printed == expected.rstrip("\n"):
            return ""
        found = difference(expected, printed)
        if error:
            self.broken = block.code.first
            return f"o bloco levanta um erro que a página não mostra\n{found}\n{trace(error)}"
        if not block.output:
            return f'o bloco imprime, e não há uma cerca ```text title="{OUTPUT_TITLE}" logo depois dele\n{found}'
        return f"o bloco não imprime o que a página mostra\n{found}"

    def run(self, block: Block) -> tuple[str, BaseException | None]:
        """Roda um bloco; devolve o que imprimiu (a última linha do erro inclusive) e o erro, se houve."""
        printed, error = io.StringIO(), None
        source = "\n" * block.code.first + block.code.body + "\n"
        linecache.checkcache(str(self.path))
        with contextlib.redirect_stdout(printed), contextlib.chdir(self.root), warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                self.settings.run(exec, compile(source, str(self.path), "exec"), self.namespace)
            except (Exception, SystemExit) as raised:
                error = raised.with_traceback(raised.__traceback__ and raised.__traceback__.tb_next)
                last = traceback.format_exception_only(raised)[-1]
                print(last.partition(". Did you mean: ")[0])  # o palpite muda de uma versão do Python para outra
        return printed.getvalue().rstrip("\n"), error


def trace(error: BaseException) -> str:
    """O rastro do erro, com as linhas da própria página."""
    return "".join(traceback.format_exception(error)).rstrip()


def difference(expected: str, printed: str) -> str:
    """O que a página mostra contra o que o código imprime, linha a linha."""
    shown, got = expected.split("\n"), printed.split("\n")
    return "\n".join(difflib.unified_diff(shown, got, "na página", "impresso", lineterm="", n=2))


def rewrite(page: Page) -> str:
    """Texto da página com cada saída reescrita pelo que o bloco imprime.

    Uma saída que falta é acrescentada, uma que sobra é retirada. Um erro só é gravado se a página já o esperava: basta
    que a última linha da saída comece pelo nome dele.

    Raises:
        PageError: Se um bloco levanta um erro que a página não espera; a página fica como está.
    """
    lines = page.text.rstrip("\n").split("\n")
    outputs = []
    for block in page.blocks:
        if problem := missing(block, page.root):
            raise PageError(block.code.first, problem)
        if block.snippets:
            continue
        printed, error = page.run(block)
        if error:
            expected = block.output.body.splitlines()[-1:] if block.output else []
            kind = printed.splitlines()[-1].partition(":")[0]
            if not any(line.partition(":")[0] == kind for line in expected):
                raise PageError(block.code.first, trace(error))
        outputs.append((block, printed))
    for block, printed in reversed(outputs):
        end = block.output.last if block.output else block.code.last
        fence = output_fence(printed, " " * block.code.indent)
        lines[block.code.last : end] = fence + [""] * bool(fence and lines[end : end + 1] > [""])
    return "\n".join(lines) + "\n"


def output_fence(printed: str, indent: str) -> list[str]:
    """Linhas da cerca de saída, com a linha em branco que a separa do bloco; nenhuma, se nada foi impresso."""
    if not printed:
        return []
    marker = "````" if "```" in printed else "```"
    lines = [f'{marker}text title="{OUTPUT_TITLE}"', *printed.split("\n"), marker]
    return ["", *(indent + line if line else "" for line in lines)]


def pages(paths: list[Path]) -> list[Path]:
    """As páginas pedidas; de uma pasta, todas as que há nela."""
    for path in paths:
        if not path.exists():
            raise SystemExit(f"{path}: esta página não existe")
    return [page for path in paths for page in (sorted(path.rglob("*.md")) if path.is_dir() else [path])]


def main(arguments: list[str]) -> int:
    """Reescreve as saídas das páginas nomeadas; devolve 1 se alguma não pôde ser executada até o fim."""
    if not arguments:
        print("uso: python3 -m tools.pages PÁGINA_OU_PASTA…")
        return 2
    failed = 0
    for path in pages([Path(argument) for argument in arguments]):
        try:
            page = Page.read(path)
            text = rewrite(page)
        except PageError as problem:
            failed = 1
            print(f"{path}:{problem.line}: {problem}", file=sys.stderr)
            continue
        if text != page.text:
            path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path}: {'reescrita' if text != page.text else 'em dia'}")
    return failed


if __name__ == "__main__":
    if Path(sys.prefix).resolve() == environment.VENV.resolve():
        raise SystemExit(main(sys.argv[1:]))
    wanted = [str(Path(argument).resolve()) for argument in sys.argv[1:]]
    raise SystemExit(environment.told(lambda: environment.run("tools.pages", *wanted)))
