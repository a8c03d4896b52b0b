"""Como os testes sorteiam casos, e como a conta deles vira a página *Conferência com NumPy*.

O sorteio é sempre o mesmo, para que um teste verde hoje seja verde amanhã. Para procurar casos novos:

    python3 tests --hypothesis-profile=explorar
"""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

collect_ignore = ["house/chapter"]  # o capítulo de exemplo de *Como contribuir*, que test_pages roda numa cópia da casa

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile(
    "repetir",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=100,
    report_multiple_bugs=False,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=SLOW,
)
settings.register_profile("explorar", settings.get_profile("repetir"), derandomize=False, max_examples=1000)
settings.load_profile("repetir")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--conferencia", metavar="ARQUIVO", help="grava quantos casos foram comparados com o NumPy")


def pytest_sessionfinish(session: pytest.Session) -> None:
    path, oracle = session.config.getoption("--conferencia"), sys.modules.get("tests.oracle")
    if path and oracle:
        oracle.write_counts(Path(path))
