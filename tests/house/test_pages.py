"""As páginas rodam de verdade: o que aqui se escreve errado de propósito tem de ser apontado, e na linha certa."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.docstrings import docstrings
from tools.pages import ROOT, Page, PageError, blocks, fences, main, rewrite

OUTPUT = '```text title="Saída"'


def page_with(tmp_path: Path, text: str) -> Page:
    """Uma página de brinquedo, lida do disco."""
    path = tmp_path / "docs" / "page.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Page.read(path, tmp_path)


def problems(tmp_path: Path, text: str) -> list[str]:
    """O que a conferência diz de cada bloco."""
    page = page_with(tmp_path, text)
    return [page.check(block) for block in page.blocks]


def block(code: str, output: str | None = None, info: str = "python") -> str:
    """Um bloco e a saída que a página mostra."""
    shown = "" if output is None else f"\n{OUTPUT}\n{output}\n```\n"
    return f"```{info}\n{code}\n```\n{shown}\n"


@pytest.mark.parametrize(
    "text",
    [
        block("print(1 + 1)", "2"),
        block("x = 1") + "Texto.\n\n" + block("print(x)", "1"),
        block("print('a\\n\\nb')", "a\n\nb"),
        block("print(1)", "1", 'python title="conta.py" hl_lines="1 2"'),
        block("print(1)", "1", '{.python hl_lines="1"}'),
        block("print(1)", "1", "{ .python .annotate }"),
        block("print(__name__)", "__main__"),
        block("print('antes')\n1 / 0", "antes\nZeroDivisionError: division by zero"),
        block("if:", "SyntaxError: invalid syntax"),
        block("from pathlib import Path\nprint(Path('docs').is_dir())", "True"),
        '??? success "Solução"\n\n    ```python\n    if True:\n        print(1)\n    ```\n\n'
        f"    {OUTPUT}\n    1\n    ```\n",
        "````markdown\n```python\nisto não roda\n```\n````\n",
        "~~~python\nx = 1\n~~~\n",
    ],
)
def test_a_true_page_has_no_problem(tmp_path: Path, text: str) -> None:
    assert set(problems(tmp_path, text)) <= {""}


def test_each_block_of_a_true_page_is_seen(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "!!! note\n\n    ```python\n    x = 1\n    ```\n\n" + block("print(x)", "1"))) == 2


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (block("print(2)", "3"), "-3\n+2"),
        (block("print(2)"), "não há uma cerca"),
        (block("x = 2", "2"), "-2"),
        (block("print('a ')", "a"), "+a "),
        (block("1 / 0"), "ZeroDivisionError: division by zero"),
        (block("1 / 0", "ValueError: division by zero"), "+ZeroDivisionError"),
        (block("x = 1", "ZeroDivisionError: division by zero"), "-ZeroDivisionError"),
        (block("\n\nfalta"), 'page.md", line 4'),
        (block("raise SystemExit(3)"), "SystemExit: 3"),
        (block("import warnings\nwarnings.warn('cuidado')"), "UserWarning: cuidado"),
        (block('--8<-- "falta.py:laco"'), "falta.py não existe"),
        (block('--8<-- "code.py:outra"'), "code.py não tem a marca # --8<-- [start:outra]"),
        (block('--8<-- "code.py:aberta"'), "code.py não tem a marca # --8<-- [end:aberta]"),
    ],
)
def test_a_false_page_is_caught(tmp_path: Path, text: str, complaint: str) -> None:
    source = "# --8<-- [start:laco]\nx = 1\n# --8<-- [end:laco]\n# --8<-- [start:aberta]\n"
    (tmp_path / "code.py").write_text(source, encoding="utf-8")
    assert complaint in problems(tmp_path, text)[0]
    assert problems(tmp_path, block('--8<-- "code.py:laco"\n--8<-- "code.py"')) == [""]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Oi.\n\n```python\nx = 1\n", 3),
        ("```py\nx = 1\n```", 1),
        ("```pycon\n>>> 1\n```", 1),
        ("```Python\nx = 1\n```", 1),
        ("```python linenums=1\nx = 1\n```", 1),
        ("```\nx = 1\n```", 1),
        ("- ```python\n  x = 1\n  ```", 1),
        ("> ```python\n> x = 1\n> ```", 1),
        ("\t```python\n\tx = 1\n\t```", 1),
        ("    ```python\n    x = 1\n```", 1),
        (f"{OUTPUT}\n1\n```", 1),
        (block("print(1)") + f"Texto.\n\n{OUTPUT}\n1\n```", 7),
        (block("print(1)", "1") + f"{OUTPUT}\n1\n```", 9),
        (block("print(1)") + f"    {OUTPUT}\n    1\n    ```", 5),
        (block('--8<-- "a.py:b"\nx = 1'), 1),
    ],
)
def test_no_block_goes_unexecuted_silently(text: str, line: int) -> None:
    with pytest.raises(PageError) as caught:
        blocks(text)
    assert caught.value.line == line


def test_a_page_goes_on_after_a_wrong_output_and_stops_after_an_error(tmp_path: Path) -> None:
    first, second, third, fourth = problems(
        tmp_path, block("x = 1\nprint(x)", "2") + block("print(x)", "1") + block("y = z") + block("x = 1")
    )
    assert "-2\n+1" in first and not second and "NameError" in third
    assert fourth == "não rodou: o bloco da linha 18, do qual este depende, falhou antes"


def test_pages_do_not_share_names(tmp_path: Path) -> None:
    assert problems(tmp_path, block("leaked = 1")) == [""]
    assert "NameError" in problems(tmp_path, block("leaked"))[0]


@pytest.mark.parametrize("package", ["reference", "numpy"])
def test_print_options_stay_in_the_page(tmp_path: Path, package: str) -> None:
    third = block(f"import {package} as np\nprint(np.array([1 / 3]))", "[0.33333333]")
    changed = third.replace("\nprint", "\nnp.set_printoptions(precision=2)\nprint").replace("0.33333333", "0.33")
    assert problems(tmp_path, changed + block("print(np.array([1 / 3]))", "[0.33]")) == ["", ""]
    assert problems(tmp_path, third) == [""]


def test_rewriting_makes_a_page_true(tmp_path: Path) -> None:
    text = "# Página\n\n" + block("print(1)", "0") + block("print('a\\n\\n```')") + block("x = 1", "sobra")
    text += "    ```python\n    print(x)\n    print()\n    print(2)\n    ```\n    Texto.\n\n"
    text += block("1 / 0", "ZeroDivisionError")
    page = page_with(tmp_path, rewrite(page_with(tmp_path, text)))
    assert [page.check(block) for block in page.blocks] == [""] * 5
    assert rewrite(page_with(tmp_path, page.text)) == page.text
    assert [block.output and block.output.body for block in page.blocks] == [
        "1",
        "a\n\n```",
        None,
        "1\n\n2",
        "ZeroDivisionError: division by zero",
    ]
    assert page.text.startswith("# Página\n\n```python\nprint(1)\n```\n\n") and "    ```\n\n    Texto." in page.text


def test_rewriting_does_not_record_an_unexpected_error(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="division by zero"):
        rewrite(page_with(tmp_path, block("1 / 0", "1")))


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = page_with(tmp_path, block("print(1)", "0")).path
    assert main([str(path)]) == 0 and main([str(path.parent)]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{path}: reescrita", f"{path}: em dia"]
    path.write_text(block("1 / 0"), encoding="utf-8")
    assert main([str(path)]) == 1 and "page.md:1: " in capsys.readouterr().err
    assert main([]) == 2


def test_docstrings_are_found_behind_decorators() -> None:
    source = '"""M."""\n\n@wrap\ndef f():\n    """F."""\n\n\nclass C:\n    def m(self):\n        """N."""\n'
    assert list(docstrings(source)) == [("o módulo", 1, "M."), ("f", 5, "F."), ("C.m", 10, "N.")]


def test_fence_lines() -> None:
    (fence,) = fences("Oi\n\n  ```text title='a'\n  b\n  ```\n")
    assert (fence.first, fence.last, fence.indent, fence.title, fence.body) == (3, 5, 2, "a", "b")


# A execução inteira, numa cópia da casa


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Cópia do que é preciso para rodar páginas e docstrings, num caminho com espaço e acento."""
    root = tmp_path / "cópia da casa"
    for folder in ("reference", "tools"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("conftest.py", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    return root


def run_tests(root: Path, *arguments: str) -> str:
    """Relato do pytest rodado em `root`."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


def test_a_failure_is_reported_at_its_line(house: Path) -> None:
    page = house / "docs" / "page.md"
    page.parent.mkdir()
    page.write_text("# Título\n\n" + block("print(2)", "3") + block("print(1)", "1"), encoding="utf-8")
    (house / "docs" / "bad.md").write_text("Oi.\n\n```py\n```\n", encoding="utf-8")
    module = '"""Brinquedo."""\n\n\ndef f():\n    """Um.\n\n    >>> f()\n    2\n    """\n    return 1\n'
    (house / "reference" / "data" / "toy.py").write_text(module, encoding="utf-8")
    report = run_tests(house, "docs", "reference/data/toy.py")
    assert "3 failed, 1 passed" in report
    assert "docs/page.md:3: o bloco não imprime o que a página mostra" in report and "-3\n+2" in report
    assert "docs/bad.md:3: cerca 'py' desconhecida" in report
    assert "reference/data/toy.py:5: o exemplo não dá o que a docstring mostra" in report
    assert "1 passed" in run_tests(house, "docs/page.md::11")


def test_the_chapter_that_contribuir_shows_is_whole(house: Path) -> None:
    """O passo a passo de *Como contribuir*: quem copia os arquivos dali tem um capítulo em ordem."""
    shown = (ROOT / "docs/sobre/contribuir.md").read_text(encoding="utf-8")
    (chapter,) = (fence for fence in fences(shown) if fence.title == "docs/operations/smoothing.md")
    example = Path(__file__).parent / "chapter"
    for source, target in [
        (example / "smoothing.py", "reference/operations/smoothing.py"),
        (example / "test_smoothing.py", "tests/operations/test_smoothing.py"),
        (example / "figures/smoothing.py", "docs/operations/figures/smoothing.py"),
        (ROOT / "tests/oracle.py", "tests/oracle.py"),
        (ROOT / "tests/generate.py", "tests/generate.py"),
        (ROOT / "tests/conftest.py", "tests/conftest.py"),
    ]:
        assert source.name in ("oracle.py", "generate.py", "conftest.py") or f'title="{target}"' in shown
        (house / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, house / target)
    (house / chapter.title).write_text(chapter.body.replace(";--8<--", "--8<--"), encoding="utf-8")
    report = run_tests(house, "reference/operations/smoothing.py", "docs", "tests/operations")
    assert "11 passed" in report and "failed" not in report and "error" not in report, report
    draw = "import runpy; runpy.run_path('docs/operations/figures/smoothing.py')['desenhar']().savefig('figure.svg')"
    subprocess.run([sys.executable, "-c", draw], cwd=house, check=True)
    assert "<svg" in (house / "figure.svg").read_text(encoding="utf-8")
