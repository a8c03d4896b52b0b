"""Os exercícios: cada conferência aceita a solução, recusa as respostas erradas típicas e diz o que há de errado."""

import contextlib
import importlib
import io
import os
import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

from exercises.chapters import CODE, ROOT, Chapter, chapters, questions
from exercises.judging import Exercise, exercise, expect, judge, near

FEWEST_WRONG = 3
NUMBERED = [(chapter, number) for chapter in chapters() for number in range(1, len(chapter.exercises()) + 1)]


def message(exercise: Exercise, answer: str) -> str:
    """O veredito, sem o que a resposta imprime."""
    with contextlib.redirect_stdout(io.StringIO()):
        return judge(exercise, answer)


def named(case: tuple[Chapter, int]) -> str:
    return f"{case[0].name}-{case[1]}"


@pytest.mark.parametrize("case", NUMBERED, ids=named)
def test_a_solution_is_right_and_typical_mistakes_are_named(case: tuple[Chapter, int]) -> None:
    chapter, number = case
    judged = chapter.exercises()[number - 1]
    assert message(judged, chapter.right_answer(number)) == ""
    assert message(judged, judged.template), "a resposta por fazer não pode estar certa"
    assert len(judged.wrong) >= FEWEST_WRONG
    for answer, expected in judged.wrong.items():
        told = message(judged, f"{judged.given}\n\n{answer}")
        assert told and expected in told, f"a esta resposta:\n{answer}\nse disse: {told!r}"
    assert len(set(judged.wrong.values())) >= FEWEST_WRONG, "cada erro tem a sua mensagem"


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.name)
def test_page_and_checks_go_together(chapter: Chapter) -> None:
    written = chapter.questions()
    assert len(written) == len(chapter.exercises()) >= 4
    for number, question in enumerate(written, 1):
        assert question.text and question.hint and question.solution, f"falta uma parte à questão {number}"


def test_every_page_with_questions_has_its_checks_and_every_check_its_page() -> None:
    found = (path for path in ROOT.glob("docs/**/*.md") if has_questions(path))
    pages = {path.relative_to(ROOT / "docs").with_suffix("") for path in found}
    files = {path.relative_to(ROOT / "exercises").with_suffix("") for path in ROOT.glob("exercises/*/*.py")}
    files.add(Path("random"))
    assert {path for path in pages if path.parts[0] != "sobre"} == files
    assert {path.as_posix() for path in files} == {chapter.name for chapter in chapters()}


def has_questions(page: Path) -> bool:
    return "\n## Exercícios\n" in page.read_text(encoding="utf-8")


# O juiz


@exercise(
    given="limit = 10",
    start="total = ...\n\ndef double(x):\n    ...",
    solution="total = 3\ndef double(x): return 2 * x",
    wrong={},
)
def sample(total, double):
    expect(near(total, 3), "a soma não é essa")
    expect(near(double(4), 8), "o dobro de 4 é 8")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("total = 3\ndef double(x): return 2 * x", ""),
        ("total = 4\ndef double(x): return 2 * x", "a soma não é essa"),
        ("total = 3", "falta definir `double`"),
        ("total = ...\ndouble = 1", "troque as reticências de `total`"),
        ("total = 3\ndouble = 1", "falhou ao ser conferida: TypeError"),
        ("total = 3\ndef double(x):\n    return 1 / 0", "falhou na linha 3: ZeroDivisionError"),
        ("total = 3\ntotal = limite", "falhou na linha 2: NameError"),
        ("total = 3\ndef double(x) return x", "não entendeu a linha 2"),
        ("total = 3\nraise SystemExit(0)", "falhou na linha 2: SystemExit"),
        ("total = -3,25\ndef double(x): return 2 * x", "Se `total` é um número, escreva -3.25, com ponto"),
        ("total = 3,5  # a soma\ndouble = 1", "o Python entende o par (3, 5)"),
    ],
)
def test_the_judge_says_what_is_wrong(answer: str, told: str) -> None:
    assert message(sample, answer) == told or (told and told in message(sample, answer))


def test_a_pair_may_be_the_right_answer() -> None:
    @exercise(start="shape = ...", wrong={})
    def pair(shape):
        expect(shape == (2, 4), "olhe a ordem")

    assert message(pair, "shape = 2,4") == ""
    assert message(pair, "other = 2,5\nshape = (4, 2)") == "olhe a ordem"


def test_a_template_is_what_is_given_and_what_is_missing() -> None:
    assert sample.template == "limit = 10\n\ntotal = ...\n\ndef double(x):\n    ...\n"
    assert message(sample, sample.template) == "troque as reticências de `total` pela sua resposta"


@pytest.mark.parametrize(
    ("answer", "right", "same"),
    [(0.1 + 0.2, 0.3, True), ([1, 2], [1, 2], True), ([1, 2], [1, 2, 3], False), (2, [2, 2], False), ("2", 2, False),
     (None, 1, False), (True, 1, True), (float("nan"), 1.0, False)],
)  # fmt: skip
def test_near(answer: object, right: object, same: bool) -> None:
    assert near(answer, right) is same


def test_a_question_has_three_texts() -> None:
    page = (
        "# A\n\n## Exercícios\n\n1. *Preveja.* Um?\n\n    ```python\n    x\n    ```\n\n"
        '    ??? tip "Dica"\n        Pense.\n\n    ??? success "Solução"\n        É:\n\n'
        "        ```python\n        x = 1\n        ```\n\n2. Dois?\n\n## Para lembrar\n\n1. não\n"
    )
    first, second = questions(page)
    assert first.text == "*Preveja.* Um?\n\n```python\nx\n```" and first.hint == "Pense." and first.code == "x = 1"
    assert second.text == "Dois?" and not second.hint and not second.code
    assert CODE.findall(first.solution)


# O terminal


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """O comando, com as respostas numa pasta de brinquedo: devolve o código de saída e o que se leu na tela."""
    module = importlib.import_module("exercises.__main__")
    monkeypatch.setattr(module, "ANSWERS", tmp_path / "respostas")

    def run(*arguments: str) -> tuple[int, str]:
        code = module.main(list(arguments))
        return code, capsys.readouterr().out

    return run


def test_a_learner_works_through_a_chapter(terminal, tmp_path: Path) -> None:
    chapter = Chapter("operations/dot")
    code, told = terminal(chapter.name)
    assert code == 1 and told.count("○") == 4 and "por fazer" in told
    path = tmp_path / "respostas/operations/dot-1.py"
    title = "# O produto escalar e seus parentes, questão 1\n#\n# *Preveja.*"
    assert path.read_text(encoding="utf-8").startswith(title)
    wrong = next(iter(chapter.exercises()[0].wrong))
    path.write_text(wrong, encoding="utf-8")
    assert "✗ 1. first: as linhas vêm do primeiro fator" in terminal(chapter.name)[1]
    assert path.read_text(encoding="utf-8") == wrong, "conferir não mexe na resposta"
    for number in range(1, 5):
        path.with_name(f"dot-{number}.py").write_text(chapter.right_answer(number), encoding="utf-8")
    code, told = terminal(chapter.name)
    assert code == 0 and told.count("●") == 4
    assert "4 de " in terminal()[1] and "● ● ● ●" in terminal()[1]


def test_a_question_is_shown_with_its_hint_and_its_solution(terminal) -> None:
    question = Chapter("operations/dot").questions()[2]
    code, told = terminal("docs/operations/dot.md", "3")
    assert code == 1 and "*Escreva.*" in told and "Dica" not in told and "A resposta vai em" in told
    assert question.hint in terminal("operations/dot", "3", "--hint")[1]
    assert question.solution in terminal("operations/dot", "3", "--solution")[1]


@pytest.mark.parametrize(
    ("arguments", "told"), [("nada", "não há exercícios de 'nada'"), ("operations/dot 9", "questões de 1 a 4")]
)
def test_a_wrong_name_is_told(terminal, capsys: pytest.CaptureFixture[str], arguments: str, told: str) -> None:
    with pytest.raises(SystemExit):
        terminal(*arguments.split())
    assert told in capsys.readouterr().err


def test_the_command_needs_nothing_but_python(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-S", str(ROOT / "exercises")], cwd=tmp_path, env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert ran.returncode == 0 and "questões resolvidas" in ran.stdout, ran.stderr


def test_nobody_may_be_reading() -> None:
    """Como em `python3 exercises | head -1`."""
    command = [sys.executable, str(ROOT / "exercises"), "operations/dot", "1", "--solution"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


def test_an_answer_imports_the_random_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "exercises"), *sys.path])
    importlib.reload(importlib.import_module("exercises.__main__"))
    assert PathFinder.find_spec("random").origin != str(ROOT / "exercises/random.py")
