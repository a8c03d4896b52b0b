"""Como os testes sorteiam casos, como se repartem, e como a conta deles vira a página *Conferência com NumPy*.

O sorteio é sempre o mesmo, para que um teste verde hoje seja verde amanhã. Para procurar casos novos:

    python3 tests --hypothesis-profile=explorar
"""

import sys
from pathlib import Path
from typing import Any

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


# Os testes em vários processos: cada um roda arquivos inteiros, um de cada vez

SPLIT = "tests/house/test_browser.py::test_every_page"  # menos este: repartem-se os casos, que são demorados
FIRST = ("tests/house/test_site.py", "tests/house/test_planted_faults.py", SPLIT, "tests/house/", "tests/")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Entre vários processos, o demorado vem antes: no fim, nenhum espera por outro."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: [not item.nodeid.startswith(name) for name in FIRST])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Quem reparte os testes: os de um arquivo ficam juntos e em ordem, porque uma página é uma conversa só."""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return nodeid if nodeid.startswith(SPLIT) else super()._split_scope(nodeid)

    return Scheduling(config, log) if config.getoption("dist") == "loadfile" else None


# A conta dos casos


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--conferencia", metavar="ARQUIVO", help="grava quantos casos foram comparados com o NumPy")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Grava a conta; um processo entre vários manda a sua ao que os reparte."""
    path, oracle = session.config.getoption("--conferencia"), sys.modules.get("tests.oracle")
    if path and oracle:
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["counts"] = oracle.counts()
        else:
            oracle.write_counts(Path(path))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Junta a conta de um processo que terminou à dos outros."""
    if counts := getattr(node, "workeroutput", {}).get("counts"):
        from tests import oracle

        oracle.add_counts(counts)
