"""`python3 exercises`: o progresso; `python3 exercises operations/dot`: confere as respostas desse capítulo."""

import argparse
import os
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Sem esta pasta no caminho: nela há um random.py, e uma resposta que diga `import random` quer o do Python.
sys.path[:] = [str(ROOT), *(folder for folder in sys.path if Path(folder).resolve() != HERE)]

from exercises.chapters import Chapter, chapters  # noqa: E402  (só depois de a raiz entrar no caminho)
from exercises.judging import judge  # noqa: E402

ANSWERS = Path("respostas")
RIGHT, WRONG, UNTOUCHED = "●", "✗", "○"
WIDTH = 100


def answer_path(chapter: Chapter, number: int) -> Path:
    """Onde se escreve a resposta: `respostas/operations/dot-1.py`."""
    return ANSWERS / f"{chapter.name}-{number}.py"


def state(chapter: Chapter, number: int) -> tuple[str, str]:
    """Como está a resposta de uma questão: o sinal dela, e a mensagem de quem conferiu."""
    path = answer_path(chapter, number)
    exercise = chapter.exercises()[number - 1]
    answer = path.read_text(encoding="utf-8") if path.is_file() else ""
    if not answer or answer == fresh(chapter, number):
        return UNTOUCHED, ""
    message = judge(exercise, answer, str(path))
    return (WRONG if message else RIGHT), message


def fresh(chapter: Chapter, number: int) -> str:
    """O arquivo de uma resposta por fazer: o enunciado em comentários, e o começo do código."""
    statement = "\n".join(f"# {line}".rstrip() for line in statement_lines(chapter, number))
    return f"# {chapter.title}, questão {number}\n#\n{statement}\n\n{chapter.exercises()[number - 1].template}"


def statement_lines(chapter: Chapter, number: int) -> list[str]:
    """O enunciado, com as frases compridas quebradas; o código fica como está."""
    lines = chapter.questions()[number - 1].text.splitlines()
    return [part for line in lines for part in (textwrap.wrap(line, WIDTH, break_long_words=False) or [""])]


def show_progress() -> None:
    """Um sinal por questão, capítulo a capítulo, e o que fazer a seguir."""
    known = chapters()
    signs = {chapter: [state(chapter, n + 1)[0] for n in range(len(chapter.exercises()))] for chapter in known}
    solved = sum(row.count(RIGHT) for row in signs.values())
    print(f"{solved} de {sum(map(len, signs.values()))} questões resolvidas\n")
    for chapter, row in signs.items():
        print(f"  {chapter.name:<28} {' '.join(row)}")
    waiting = [chapter for chapter, row in signs.items() if row.count(RIGHT) < len(row)]
    if waiting:
        print(f"\nA seguir: python3 exercises {waiting[0].name}")
    else:
        print("\nTodas! Obrigado por ler até o fim.")


def show_chapter(chapter: Chapter) -> int:
    """Prepara os arquivos que faltam, confere os que há; devolve quantas questões ainda não estão certas."""
    print(f"{chapter.title} ({chapter.page.relative_to(ROOT).as_posix()})\n")
    left = 0
    for number in range(1, len(chapter.exercises()) + 1):
        path = answer_path(chapter, number)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fresh(chapter, number), encoding="utf-8")
        sign, message = state(chapter, number)
        left += sign != RIGHT
        print(f"  {sign} {number}. {message or ('certo' if sign == RIGHT else f'por fazer, em {path}')}")
    if left:
        print(f"\nPara ver o enunciado e uma dica: python3 exercises {chapter.name} 1 --hint")
    return left


def show_question(chapter: Chapter, number: int, hint: bool, solution: bool) -> int:
    """O enunciado de uma questão e o que se pediu dela; devolve 1 se a resposta ainda não está certa."""
    question = chapter.questions()[number - 1]
    print("\n".join(statement_lines(chapter, number)))
    if hint:
        print(f"\nDica: {question.hint}")
    if solution:
        print(f"\nSolução:\n\n{question.solution}")
    sign, message = state(chapter, number)
    told = {RIGHT: "A sua resposta está certa.", UNTOUCHED: f"A resposta vai em {answer_path(chapter, number)}"}
    print(f"\n{told.get(sign, message)}")
    return int(sign != RIGHT)


def main(arguments: list[str]) -> int:
    """O comando; devolve 0 se o que se conferiu está certo."""
    parser = argparse.ArgumentParser(prog="python3 exercises", description="Confere os exercícios do livro.")
    parser.add_argument("chapter", nargs="?", help="um capítulo, como operations/dot; sem ele, o progresso de todos")
    parser.add_argument("number", nargs="?", type=int, help="uma questão dele")
    parser.add_argument("--hint", action="store_true", help="mostra a dica da questão")
    parser.add_argument("--solution", action="store_true", help="mostra a solução da questão")
    options = parser.parse_args(arguments)
    if options.chapter is None:
        show_progress()
        return 0
    wanted = Path(options.chapter).with_suffix("").as_posix().removeprefix("docs/")
    chapter = next((chapter for chapter in chapters() if chapter.name == wanted), None)
    if chapter is None:
        parser.error(f"não há exercícios de {options.chapter!r}; `python3 exercises` lista os capítulos")
    if options.number is None:
        return int(show_chapter(chapter) > 0)
    count = len(chapter.exercises())
    if not 1 <= options.number <= count:
        parser.error(f"{chapter.name} tem questões de 1 a {count}, e não a {options.number}")
    return show_question(chapter, options.number, options.hint, options.solution)


if __name__ == "__main__":
    os.chdir(ROOT)
    try:
        code: int | str = main(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = "interrompido: há um laço que não acaba na resposta?"
    except BrokenPipeError:  # quem lia já se foi, como o `head`; ao sair, o Python ainda tentaria escrever
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
