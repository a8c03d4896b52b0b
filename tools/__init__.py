"""As ferramentas da casa: o ambiente dos dois comandos e a construção do site.

Este arquivo e os dois `__main__.py` usam só o que qualquer Python 3 entende: é aqui que um Python velho fica sabendo
que é velho, antes de tropeçar na sintaxe do resto.
"""

import sys

OLDEST_PYTHON = (3, 11)


def too_old(version):
    """A mensagem para quem tem um Python mais velho que o necessário, ou None."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    return (
        "Laço a Laço precisa do Python {}.{} ou mais novo, e este é o {}.{} ({}).\n"
        "Instale um mais novo (python.org) e rode de novo, dizendo qual: por exemplo, python3.12 docs"
    ).format(*OLDEST_PYTHON, *version[:2], sys.executable)


if too_old(sys.version_info):
    sys.exit(too_old(sys.version_info))
