"""A conversa entre processos: chega uma cópia do que se mandou, e os números vão pela memória enquanto couberem."""

import multiprocessing
import pickle
from typing import Any

import numpy
import pytest
from hypothesis import given

import reference as np
from reference.networks.conversation import End, conversation, heard, portable, reply
from tests.generate import Pair, arrays
from tests.oracle import assert_same


class Drawer:
    """Um cano que só guarda o que passa por ele: num de verdade, quem manda demais fica à espera de quem leia."""

    def __init__(self) -> None:
        self.messages: list[Any] = []

    def send(self, message: Any) -> None:
        self.messages.append(message)

    def recv(self) -> Any:
        return self.messages.pop(0)


def told(message: Any, size: int) -> tuple[Any, int]:
    """A mensagem como chega ao outro lado de uma memória de `size` bytes, e quantos bytes foram pelo cano."""
    end, drawer = conversation(multiprocessing, size)[0], Drawer()
    end.pipe.close()
    one, other = End(drawer, end.mine, end.theirs), End(drawer, end.theirs, end.mine)  # type: ignore[arg-type]
    one.send(message)
    by_pipe = len(drawer.messages[0][0])
    return other.recv(), by_pipe


@given(arrays(kinds="biufO"))
def test_a_copy_arrives(x: Pair) -> None:
    for size in (0, 100_000):
        (ours, theirs), _ = told((x.ours, x.theirs), size)
        assert_same(ours, x.theirs)
        numpy.testing.assert_array_equal(theirs, x.theirs)
        assert ours.writeable or not ours.ndim


@pytest.mark.parametrize("xp", [np, numpy])
def test_numbers_go_by_the_memory_while_they_fit(xp: Any) -> None:
    x = xp.arange(1000, dtype="float64")
    two, half = (x, x + 1), (x[::2],)
    for message, size, least in ((two, 16_000, 0), (two, 15_999, 8_000), (two, 0, 16_000), (half, 16_000, 4_000)):
        found, by_pipe = told(message, size)
        assert least <= by_pipe < least + 500
        assert [ours.tolist() for ours in found] == [theirs.tolist() for theirs in message]


@pytest.mark.parametrize("xp", [np, numpy])
def test_what_arrived_does_not_change(xp: Any) -> None:
    """Nem quando quem mandou muda o seu, nem quando a memória recebe outra mensagem."""
    ours, theirs = conversation(multiprocessing, 1000)
    x = xp.ones(5)
    ours.send(x)
    x[0] = 7.0
    first = theirs.recv()
    ours.send(x)
    assert theirs.recv().tolist() == [7.0, 1.0, 1.0, 1.0, 1.0]
    assert first.tolist() == [1.0] * 5
    first[0] = 9.0
    theirs.send(first)
    assert ours.recv().tolist() == [9.0, 1.0, 1.0, 1.0, 1.0]


def test_a_closed_end_is_the_end() -> None:
    ours, theirs = conversation(multiprocessing, 10)
    ours.close()
    with pytest.raises(EOFError):
        theirs.recv()


def test_an_error_is_heard_as_it_was() -> None:
    ours, theirs = conversation(multiprocessing, 10)
    reply(theirs, int, "sete")
    with pytest.raises(ValueError, match="sete") as caught:
        heard(ours)
    assert "No processo ajudante" in caught.value.__notes__[0]


def test_what_cannot_travel_is_told() -> None:
    class Local(Exception):
        pass

    problem = portable(Local("aqui"))
    assert type(problem) is RuntimeError and "Local: aqui" in str(problem)
    assert pickle.loads(pickle.dumps(problem)).args == problem.args
