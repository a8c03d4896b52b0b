"""Quantos processos `python3 tests` usa: a máquina toda para muitos arquivos, um só para olhar um teste de perto."""

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Para um processo só: parar na primeira falha, conversar com o depurador, ver a saída, listar; ou quem já escolheu.
ALONE = re.compile(r"-[qvl]*[hnpsx]|--(?:exitfirst|pdb|trace|capture|co|collect-only|numprocesses|dist|help|version)\b")


def several_processes(arguments: list[str]) -> list[str]:
    """As opções que repartem os testes entre os núcleos; nenhuma, para um arquivo só ou para parar no meio.

    Os testes de um arquivo ficam no mesmo processo, e os blocos de uma página rodam na ordem dela.
    """
    paths = [ROOT / argument.partition("::")[0] for argument in arguments]
    single = [path.is_file() for path in paths if path.exists()] == [True]
    if single or any(ALONE.match(argument) for argument in arguments) or (os.cpu_count() or 1) == 1:
        return []
    return ["--numprocesses=auto", "--maxprocesses=8", "--dist=loadfile", "--no-loadscope-reorder"]
