"""Complexos na memória: os mesmos bytes, avisos e texto do NumPy, e a memória emprestada sem cópia."""

import copy
import io
import pickle
import warnings
from array import array
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.tensors.complexes import Pairs, pack_pairs, typed
from tests.generate import COMPLEX, special_values
from tests.oracle import Pair, agree, arrays, assert_same, same_error, shapes

SOME = arrays(kinds="c")
SMALL = arrays(shapes(ranks=range(4)), kinds="c")


@pytest.mark.parametrize("dtype", COMPLEX)
def test_the_bytes_are_numpys(dtype: str) -> None:
    values = [1 + 2j, -0.5j, 3]
    ours, theirs = np.array(values, dtype), numpy.array(values, dtype)
    assert ours.tobytes() == theirs.tobytes() and ours.strides == theirs.strides
    assert (ours.itemsize, ours.nbytes) == (theirs.itemsize, theirs.nbytes)
    assert ours[::-2].tobytes() == theirs[::-2].tobytes()
    assert_same(np.frombuffer(theirs.tobytes(), dtype), theirs)


def test_a_pair_is_two_places() -> None:
    numbers = array("d", range(6))
    pairs = Pairs(memoryview(numbers))
    assert len(pairs) == 3 and pairs.nbytes == 48 and pairs.obj is numbers
    assert pairs[1] == 2 + 3j and pairs[-1] == 4 + 5j and pairs[::-2] == [4 + 5j, 0 + 1j] == [*pairs][::-2]
    pairs[::2] = [7, -1j]
    assert numbers.tolist() == [7, 0, 2, 3, 0, -1]
    with pytest.raises(TypeError):
        pairs.toreadonly()[0] = 1
    with pytest.raises(IndexError):
        pairs[3]
    assert typed(memoryview(numbers).cast("B"), np.complex64).numbers.format == "f"
    assert pack_pairs([True, 2, 3.5, 1j], np.complex128).tolist() == [1, 2, 3.5, 1j]


@given(SOME)
def test_the_parts_are_views(x: Pair) -> None:
    def compute(xp: Any, x: Any) -> Any:
        x = xp.asarray(x, copy=True)
        real, imag = x.real, x.imag
        if x.ndim:
            real[...] = 7
            x.imag = imag * 2
        return real, imag, x, x.real.strides == real.strides, x[()].real, x.T.imag

    agree("ndarray.real", compute, x)


@given(SMALL)
def test_real_conj_and_copies(x: Pair) -> None:
    agree("ndarray.conj", lambda xp, x: [x.conj(), x.conjugate(), xp.conj(x), xp.real(x), xp.imag(x)], x)
    agree("ndarray.tolist", lambda xp, x: x.tolist(), x)
    for twin in (copy.copy(x.ours), copy.deepcopy(x.ours), pickle.loads(pickle.dumps(x.ours)), x.ours.copy()):
        assert_same(twin, x.theirs.copy())


@given(SMALL)
def test_memory_is_shared_both_ways(x: Pair) -> None:
    ours, theirs = x.ours, x.theirs
    assert_same(np.asarray(theirs), theirs)
    shared = numpy.asarray(ours)
    assert shared.dtype == theirs.dtype and numpy.array_equal(shared, theirs, equal_nan=True)


@pytest.mark.parametrize("dtype", COMPLEX)
def test_whoever_writes_in_one_writes_in_the_other(dtype: str) -> None:
    ours = np.array([[1 + 2j, 3], [4j, 5]], dtype)
    numpy.asarray(ours.T)[1, 0] = 9j
    assert ours[0, 1] == 9j
    theirs = numpy.array([1 + 2j, 3, 5j], dtype)[::-1]
    view = np.asarray(theirs)
    view[0] = -1
    view.imag[1] = 8
    assert theirs.tolist() == [-1, 3 + 8j, 1 + 2j]
    closed = numpy.zeros(2, dtype)
    closed.flags.writeable = False
    assert not np.asarray(closed).writeable
    ours.flags.writeable = False
    assert not numpy.asarray(ours).flags.writeable


@given(SMALL)
def test_views_of_other_types(x: Pair) -> None:
    halves = {"complex64": "float32", "complex128": "float64"}

    def compute(xp: Any, x: Any) -> Any:
        x = x.copy()
        flat = x.view(halves[str(x.dtype)])
        return flat, flat.view(str(x.dtype))

    agree("ndarray.view", compute, x)


@pytest.mark.parametrize("target", ["float64", "float32", "int8", "uint64"])
def test_becoming_real_warns(target: str) -> None:
    x = np.array([1.7 + 2j, -3])
    with pytest.warns(np.ComplexWarning, match="perdeu a parte imaginária"):
        found = x.astype(target)
    with pytest.warns(numpy.exceptions.ComplexWarning):
        assert_same(found, numpy.array([1.7 + 2j, -3]).astype(target))
    with pytest.warns(np.ComplexWarning):
        np.zeros(2)[:] = x
    with pytest.raises(TypeError):
        x.astype(target, casting="same_kind")


def test_becoming_bool_or_complex_does_not() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert np.array([0j, 1j, 0]).astype(bool).tolist() == [False, True, False]
        assert np.array([True, False]).astype("complex64").tolist() == [1, 0]
        assert np.array([1j, None, 2], dtype=object)[::2].astype(complex).tolist() == [1j, 2]


def test_a_complex_does_not_fit_where_a_real_goes() -> None:
    x = np.zeros(2)
    for put in (lambda: x.__setitem__(0, 1j), lambda: np.array([1j], dtype=float), lambda: float(np.array(1j))):
        with pytest.raises(TypeError):
            put()
    with pytest.raises(TypeError):
        x += 1j
    assert x.tolist() == [0, 0]


@pytest.mark.parametrize("xp", [np, numpy])
def test_scalars(xp: Any) -> None:
    z = xp.complex64(3 + 4j)
    assert complex(z) == z.item() == z == 3 + 4j and abs(z) == 5 and abs(z).dtype == xp.float32
    assert (z.real, z.imag, z.conjugate()) == (3, 4, 3 - 4j) and z.real.dtype == xp.float32
    assert bool(z) and not xp.complex128(0) and hash(z) == hash(3 + 4j) and {z: 1}[3 + 4j] == 1
    assert isinstance(z, xp.complexfloating) and not isinstance(z, xp.floating)
    assert f"{xp.complex128(1 + 2j):.1f}" == "1.0+2.0j"


@pytest.mark.parametrize("dtype", COMPLEX)
def test_every_number_alone(dtype: str) -> None:
    parts = [0.0, -0.0, 1.0, -1.5, 0.1, 1e-5, 1e16, 123456789.0, numpy.nan, numpy.inf, -numpy.inf]
    for real in parts:
        for imag in parts:
            ours, theirs = getattr(np, dtype)(complex(real, imag)), getattr(numpy, dtype)(complex(real, imag))
            assert (str(ours), repr(ours)) == (str(theirs), repr(theirs))


@given(SOME)
def test_printing(x: Pair) -> None:
    assert repr(x.ours) == repr(x.theirs) and str(x.ours) == str(x.theirs)


@given(
    SMALL,
    st.fixed_dictionaries(
        {},
        optional={
            "precision": st.integers(0, 6),
            "suppress": st.booleans(),
            "sign": st.sampled_from("-+ "),
            "floatmode": st.sampled_from(["fixed", "unique", "maxprec", "maxprec_equal"]),
            "threshold": st.just(3),
            "edgeitems": st.just(1),
            "nanstr": st.just("?"),
            "formatter": st.sampled_from([{"complex_kind": abs}, {"complexfloat": complex}, {"all": str}]),
        },
    ),
)
def test_printing_options(x: Pair, options: Any) -> None:
    if "formatter" in options:
        given = options["formatter"]
        options["formatter"] = {key: (lambda z, rule=rule: str(rule(z))) for key, rule in given.items()}
    with np.printoptions(**options), numpy.printoptions(**options):
        assert repr(x.ours) == repr(x.theirs)


@given(st.lists(st.complex_numbers(max_magnitude=1e20), min_size=1, max_size=8), st.sampled_from(COMPLEX))
def test_printing_of_any_numbers(values: list[complex], dtype: str) -> None:
    assert repr(np.array(values, dtype)) == repr(numpy.array(values, dtype))


@pytest.mark.parametrize("dtype", COMPLEX)
def test_files(dtype: str) -> None:
    theirs = special_values(dtype)
    ours = np.asarray(theirs.copy())
    mine, other = io.BytesIO(), io.BytesIO()
    np.save(mine, ours)
    numpy.save(other, theirs)
    assert mine.getvalue() == other.getvalue()
    assert_same(np.load(io.BytesIO(other.getvalue())), theirs)
    swapped = io.BytesIO()
    numpy.save(swapped, theirs.astype(theirs.dtype.newbyteorder(">")))
    assert_same(np.load(io.BytesIO(swapped.getvalue())), theirs)


CREATED = {
    "array": lambda xp: [xp.array([1j, 2]), xp.array([[1, 2.5], [1j, True]]), xp.array(1j), xp.array([1j], ndmin=2)],
    "full": lambda xp: [xp.full(2, 1j), xp.full(2, 3, complex), xp.full((1, 2), xp.array([1j, 2]), "complex64")],
    "zeros": lambda xp: [xp.zeros(2, "complex64"), xp.ones((2, 1), complex), xp.eye(2, dtype=complex)],
    "like": lambda xp: [xp.full_like(xp.zeros(2, complex), 1j), xp.ones_like([1j]), xp.zeros_like([1j])],
    "arange": lambda xp: [xp.arange(3, dtype=complex), xp.arange(1, 8, 2, "complex64"), xp.arange(1j)],
    "linspace": lambda xp: [
        xp.linspace(0, 1 + 1j, 5), xp.linspace(1j, [1, 2j], 3), *xp.linspace(0, 1j, 3, retstep=True),
        xp.linspace(xp.complex64(1), xp.complex64(1j), 3, endpoint=False), xp.linspace(0, 3, 4, dtype=complex),
    ],
    "fromiter": lambda xp: [xp.fromiter((k * 1j for k in range(3)), complex)],
    "indexing": lambda xp: [xp.array([1j, 2, 3])[[0, 2]], xp.array([1j, 2])[xp.array([True, False])]],
    "where": lambda xp: [xp.where([True, False], 1j, 2), xp.where([True, False], xp.zeros(2, "float32"), 1j)],
}  # fmt: skip


@pytest.mark.parametrize("name", CREATED)
def test_creation(name: str) -> None:
    same_error(lambda: CREATED[name](np), lambda: CREATED[name](numpy), name=name)


@given(SMALL, st.complex_numbers(max_magnitude=100))
def test_writing(x: Pair, value: complex) -> None:
    def compute(xp: Any, x: Any) -> Any:
        x = xp.asarray(x, copy=True)
        x[...] = value
        if x.ndim:
            x[:1] = 2.5
            x[xp.abs(x) > 50] = True
        return x

    agree("ndarray.setitem", compute, x)
