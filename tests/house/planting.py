"""Plantar defeitos: o código de uma função refeito com uma troca de texto, e posto na função viva.

Todos os que a chamam, venha o nome de onde vier, passam a errar; depois, tudo volta a ser como era. Se a função mudar e
o texto não estiver mais lá, o teste avisa.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FunctionType
from typing import Any, NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reference.operations import universal
from reference.tensors import layout
from tests.oracle import Pair, agree

Probe = Callable[[], None]


def compared(f: Callable[..., Any], *sources: st.SearchStrategy[Pair], examples: int = 60, **tolerances: Any) -> Probe:
    """Uma conferência compacta: a conta `f`, feita dos dois lados com poucos casos gerados."""
    return checked(lambda *pairs: agree("", f, *pairs, **tolerances), st.tuples(*sources), examples)


def checked(check: Callable[..., None], cases: st.SearchStrategy[tuple[Pair, ...]], examples: int = 60) -> Probe:
    """Como os testes da conferência, mas sem procurar o menor caso que falha: o primeiro que falha basta."""

    def run() -> None:
        failures = []

        @settings(max_examples=examples, phases=[Phase.generate])
        @given(cases)
        def check_one(found: tuple[Pair, ...]) -> None:
            if not failures:
                try:
                    check(*found)
                except Exception as failure:  # também a memória lida fora do lugar, ao mostrar o resultado
                    failures.append(failure)

        check_one()
        if failures:
            raise AssertionError(f"a conferência viu: {failures[0]}") from failures[0]

    return run


class Fault(NamedTuple):
    """Em `function`, `right` vira `wrong`, e a conferência de `probe` tem de ver."""

    function: Any
    right: str
    wrong: str
    probe: str


def with_fault(fault: Fault) -> Any:
    """O código da função, refeito com a troca."""
    function = inspect.unwrap(fault.function)
    source = textwrap.dedent(inspect.getsource(function))
    assert source.count(fault.right) == 1, f"{fault.function.__qualname__} mudou: não há um só {fault.right!r}"
    (node,) = ast.parse(source.replace(fault.right, fault.wrong)).body
    assert isinstance(node, ast.FunctionDef)
    node.decorator_list = []
    found: dict[str, Any] = {}
    exec(compile(ast.Module([node], []), function.__code__.co_filename, "exec"), function.__globals__, found)
    (changed,) = found.values()
    return changed.__code__


@contextmanager
def planted(fault: Fault) -> Iterator[None]:
    """A função viva com o defeito, enquanto durar o `with`."""
    function: FunctionType = inspect.unwrap(fault.function)
    right = function.__code__
    function.__code__ = with_fault(fault)
    forget()
    try:
        yield
    finally:
        function.__code__ = right
        forget()


def forget() -> None:
    """Guardam-se os tipos e as formas já decididos: sem esquecê-los, um defeito não os mudaria, ou ficaria neles."""
    for operation in universal.OPERATIONS.values():
        operation.plans.clear()
    for function in vars(layout).values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()
