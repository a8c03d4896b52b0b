"""DLPack: a memória é a mesma dos dois lados, vive enquanto alguém a usa, e é devolvida uma vez só."""

import ctypes
import gc
import os
import subprocess
import sys
import tracemalloc
import weakref
from pathlib import Path
from textwrap import dedent
from typing import Any

import numpy
import pytest
from hypothesis import given

import reference as np
from reference.tensors import dlpack
from reference.tensors.dlpack import CODES, CPU, IS_COPIED, READ_ONLY, TYPES, Form
from reference.tensors.dtypes import DTYPES
from reference.tensors.tensor import Tensor
from tests.generate import KINDS, Pair, arrays
from tests.oracle import assert_same, assert_shared
from tests.tensors.lender import BEGIN, PRINTED, PROGRAMS, Lender

ROOT = Path(__file__).resolve().parents[2]
NEW = (1, 0)
FAMILIES = [kind for kind in KINDS if kind in CODES]


@pytest.fixture(autouse=True)
def all_returned() -> Any:
    """O que um teste emprestou ele devolve; o que um teste falho deixou para trás não atrapalha os outros."""
    gc.collect()
    left, dlpack.LENT = dlpack.LENT, {}
    yield
    gc.collect()
    assert not dlpack.LENT
    dlpack.LENT = left


# A mesma memória, dos dois lados


@given(arrays(kinds=FAMILIES))
def test_numpy_borrows_from_us(x: Pair) -> None:
    ours = x.ours
    theirs = numpy.from_dlpack(ours)
    assert_same(np.asarray(theirs.copy()), x.theirs.copy()[...])
    assert theirs.flags.writeable == ours.writeable or not ours.size
    if ours.size:
        jumps = [(mine, other) for n, mine, other in zip(ours.shape, ours.strides, theirs.strides) if n > 1]
        assert all(mine == other for mine, other in jumps)
    if ours.size and ours.writeable:
        assert_shared(theirs, ours)


@given(arrays(kinds=FAMILIES))
def test_we_borrow_from_numpy(x: Pair) -> None:
    theirs = x.theirs
    ours = np.from_dlpack(theirs)
    assert_same(ours, x.theirs[...])
    assert ours.writeable == theirs.flags.writeable or not theirs.size
    if theirs.size and ours.writeable:
        assert_shared(ours, theirs)


@given(arrays(kinds=FAMILIES))
def test_we_borrow_from_ourselves(x: Pair) -> None:
    ours = x.ours
    again = np.from_dlpack(ours, copy=False)
    assert_same(again, x.theirs[...])
    if ours.size and ours.writeable:
        again[...] = 1
        assert (ours == 1).all()


def test_every_type_that_has_a_number() -> None:
    assert set(TYPES.values()) == {d for d in DTYPES if d.kind in CODES}
    for d in TYPES.values():
        x = np.asarray(numpy.array([0, 1, 1], dtype=d.name))
        theirs = numpy.from_dlpack(x)
        assert theirs.dtype == d.name and theirs.tolist() == x.tolist()
        assert np.from_dlpack(theirs).dtype is d


@pytest.mark.parametrize("copied", [None, True, False])
def test_flags_of_the_form(copied: bool | None) -> None:
    x = np.arange(3)
    for writeable in (True, False):
        x.flags.writeable = writeable
        capsule = x.__dlpack__(max_version=NEW, copy=copied)
        form = Form.from_address(dlpack.address_in(capsule, Form.name))
        assert form.flags == (IS_COPIED if copied else 0 if writeable else READ_ONLY)
        assert tuple(form.version) == NEW and x.__dlpack_device__() == CPU


def test_the_old_form() -> None:
    x = np.arange(6.0).reshape(2, 3)[:, ::-1]
    for version in (None, (0, 8)):
        y = dlpack.receive(x.__dlpack__(max_version=version))
        x[0, 0] = 9
        assert y.tolist() == [[9, 1, 0], [5, 4, 3]]
        assert not y.writeable  # esta ficha não diz se se pode escrever, e na dúvida não se escreve
        x[0, 0] = 2
    x.flags.writeable = False
    with pytest.raises(BufferError, match="só de leitura, o que só a versão 1"):
        x.__dlpack__()
    assert numpy.from_dlpack(x).flags.writeable is False
    assert numpy.from_dlpack(Lender(old=True)).flags.writeable is False is np.from_dlpack(Lender(old=True)).writeable


def test_a_scalar_goes_as_a_copy() -> None:
    x = np.arange(4).sum()
    theirs = numpy.from_dlpack(x)
    theirs[...] = 7
    assert theirs.shape == () and x == 6
    assert dlpack.receive(x.__dlpack__()).tolist() == 6
    with pytest.raises(BufferError, match="um escalar só se empresta copiado"):
        x.__dlpack__(copy=False)


def test_copies_only_when_asked() -> None:
    x, theirs = np.zeros(3), numpy.zeros(3)
    numpy.from_dlpack(x, copy=True)[0] = 1
    np.from_dlpack(theirs, copy=True)[0] = 1
    assert x[0] == 0 == theirs[0]
    numpy.from_dlpack(x, copy=False)[1] = 1
    np.from_dlpack(theirs, copy=False, device="cpu")[1] = 1
    assert x[1] == 1 == theirs[1]
    assert np.from_dlpack(theirs, copy=True).base is None


# O que a ficha diz


def test_a_form_without_steps_or_with_an_offset() -> None:
    assert np.from_dlpack(Lender()).tolist() == [[0, 1, 2], [4, 5, 6]]
    assert np.from_dlpack(Lender(steps=None)).tolist() == [[0, 1, 2], [3, 4, 5]]
    assert np.from_dlpack(Lender(offset=2)).tolist() == [[1, 2, 3], [5, 6, 7]]
    steps = (ctypes.c_int64 * 2)(4, -1)
    assert np.from_dlpack(Lender(offset=4, steps=steps)).tolist() == [[2, 1, 0], [6, 5, 4]]
    assert np.from_dlpack(Lender(old=True)).tolist() == [[0, 1, 2], [4, 5, 6]]


def test_a_read_only_form() -> None:
    y = np.from_dlpack(Lender(flags=READ_ONLY))
    assert not y.writeable and y.storage.readonly
    with pytest.raises(ValueError, match="só de leitura"):
        y[0, 0] = 1
    with pytest.raises(ValueError, match="só a empresta para leitura"):
        y.flags.writeable = True


def test_what_is_asked_of_the_lender() -> None:
    asked = []
    for options in ({}, {"copy": False}, {"copy": True}, {"device": "cpu"}):
        lender = Lender()
        np.from_dlpack(lender, **options)
        asked += lender.options
    assert asked == [{"max_version": NEW, **more} for more in ({}, {"copy": False}, {}, {})]
    far = Lender(device=2)
    assert np.from_dlpack(far, device="cpu").tolist() == [[0, 1, 2], [4, 5, 6]]
    assert far.options == [{"max_version": NEW, "dl_device": CPU}]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"code": 2}, "o tipo de elemento da memória emprestada não existe aqui"),  # float16
        ({"code": 4}, "o tipo de elemento"),  # bfloat16
        ({"lanes": 4}, "o tipo de elemento"),
        ({"version": 2}, "a versão 2 do DLPack não é conhecida"),
        ({"device": 2, "old": True}, "o aparelho da memória emprestada não existe aqui"),
    ],
)
def test_forms_that_we_do_not_take(changes: dict[str, Any], message: str) -> None:
    lender = Lender(**changes)
    with pytest.raises(BufferError, match=message):
        np.from_dlpack(lender, device="cpu")
    assert not lender.returned  # quem não abriu a cápsula nada deve


def test_errors_of_who_borrows() -> None:
    with pytest.raises(BufferError, match="noutro aparelho"):
        np.from_dlpack(Lender(device=2))
    with pytest.raises(ValueError, match="com copy=False não se trazem dados"):
        np.from_dlpack(Lender(device=2), device="cpu", copy=False)
    with pytest.raises(ValueError, match="com copy=False, veio uma cópia"):
        np.from_dlpack(Lender(flags=IS_COPIED), copy=False)
    with pytest.raises(ValueError, match="device"):
        np.from_dlpack(Lender(), device="gpu")
    with pytest.raises(AttributeError, match="from_dlpack: list não tem __dlpack__"):
        np.from_dlpack([1, 2])
    capsule = np.zeros(2).__dlpack__()
    dlpack.receive(capsule)
    with pytest.raises(BufferError, match="só se abre uma vez"):
        dlpack.receive(capsule)
    with pytest.raises(BufferError, match="só se abre uma vez"):
        dlpack.receive(None)


def test_errors_of_who_lends() -> None:
    x = np.zeros(2)
    with pytest.raises(ValueError, match="stream não pode ser 1"):
        x.__dlpack__(stream=1)
    with pytest.raises(BufferError, match=r"o aparelho \(2, 0\) não existe aqui"):
        x.__dlpack__(dl_device=(2, 0))
    with pytest.raises(BufferError, match="elementos de tipo object não se emprestam"):
        np.array([1, None], dtype=object).__dlpack__()
    with pytest.raises(TypeError):
        x.__dlpack__(None)


# Quem segura a memória, e quem a solta


def test_the_borrower_keeps_the_lender_alive() -> None:
    x = np.arange(1000)
    watch = weakref.ref(x)
    theirs = numpy.from_dlpack(x)[::-3]
    del x
    gc.collect()
    np.zeros(1000)
    assert watch() is not None and theirs.tolist() == list(range(999, -1, -3))
    del theirs
    gc.collect()
    assert watch() is None


def test_the_last_view_returns_once() -> None:
    lender = Lender()
    x = np.from_dlpack(lender)
    y, z = x[1:], x.T
    del x
    gc.collect()
    assert lender.returned == [] and y.tolist() == [[4, 5, 6]]
    del y
    assert lender.returned == [] and z[2].tolist() == [2, 6]
    del z
    gc.collect()
    assert lender.returned == [ctypes.addressof(lender.form)]


def test_the_memory_alone_keeps_the_loan() -> None:
    lender = Lender()
    memory = np.from_dlpack(lender).storage
    gc.collect()
    assert lender.returned == [] and memory[6] == 6
    del memory
    assert len(lender.returned) == 1


def test_nothing_to_return() -> None:
    x = np.from_dlpack(Lender(give_back=None))
    assert x.tolist() == [[0, 1, 2], [4, 5, 6]]
    empty = Lender()
    empty.shape[1] = 0
    assert np.from_dlpack(empty).shape == (2, 0)
    gc.collect()
    assert len(empty.returned) == 1


def test_a_capsule_that_nobody_opens() -> None:
    x = np.arange(3)
    watch, capsule = weakref.ref(x), x.__dlpack__()
    del x
    gc.collect()
    assert watch() is not None and len(dlpack.LENT) == 1
    del capsule
    gc.collect()
    assert watch() is None and not dlpack.LENT


def test_an_open_capsule_is_not_a_forgotten_one() -> None:
    x = np.arange(3.0)
    capsule = x.__dlpack__(max_version=NEW)
    y = dlpack.receive(capsule)
    for _ in range(2):
        gc.collect()
        assert len(dlpack.LENT) == 1 and y.tolist() == [0, 1, 2]
        capsule = None
    del y
    x.__dlpack__()  # o empréstimo seguinte também recolhe
    assert len(dlpack.LENT) == 1


def test_each_loan_of_a_tensor_is_another() -> None:
    x = np.zeros(3)
    first, second = numpy.from_dlpack(x), numpy.from_dlpack(x)
    del first
    gc.collect()
    second[0] = 5
    assert x[0] == 5 and len(dlpack.LENT) == 1


def test_nothing_leaks() -> None:
    def lend_and_borrow(times: int) -> int:
        for _ in range(times):
            x = np.zeros(10_000)
            numpy.from_dlpack(x)[0] = 1
            np.from_dlpack(numpy.zeros(10_000))[0] = 1
            x.__dlpack__()
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    before = lend_and_borrow(20)
    after = lend_and_borrow(200)
    tracemalloc.stop()
    assert after - before < 80_000  # menos que um só dos 600 tensores


# O que derrubaria o Python, num Python à parte

@pytest.mark.parametrize("name", PROGRAMS)
def test_the_worst_moments(name: str) -> None:
    ran = python(BEGIN + dedent(PROGRAMS[name]))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, PRINTED[name], "")


def python(program: str) -> subprocess.CompletedProcess[str]:
    """Roda um programa num Python à parte."""
    command = [sys.executable, "-X", "faulthandler", "-c", program]
    spoiled = {**os.environ, "PYTHONMALLOC": "debug"}  # a memória liberada é enchida de lixo
    return subprocess.run(
        command, cwd=ROOT, env=spoiled, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8"
    )


def test_ctypes_waits_for_the_first_use() -> None:
    program = "import sys, reference as np; x = np.ones(3) + 1; print('ctypes' in sys.modules)"
    assert python(program).stdout == "False\n"


def test_kinds_of_the_generator_have_numbers() -> None:
    assert set(KINDS) - {"O"} <= set(CODES)
    assert isinstance(np.from_dlpack(numpy.zeros(1)), Tensor)
