"""O produto escalar e seus parentes."""

import math
import random
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, arrays, same_error, shapes

HARD = [0.0, -0.0, 1.0, -2.0, 1e300, 5e-324, math.inf, -math.inf, math.nan]


def triple_loop(x: list[list[Any]], y: list[list[Any]]) -> list[list[Any]]:
    """O laço triplo dos livros, somando da esquerda para a direita."""
    z = [[0.0] * len(y[0]) for _ in x]
    for i in range(len(x)):
        for j in range(len(y[0])):
            for k in range(len(y)):
                z[i][j] += x[i][k] * y[k][j]
    return z


def bits(rows: list[list[float]]) -> list[list[str]]:
    return [["nan" if value != value else value.hex() for value in row] for row in rows]


def without_negative_zero(result: Any) -> Any:
    """Um produto somado a partir de zero nunca é -0.0; o BLAS, que não soma a partir de zero, às vezes o dá."""
    if getattr(result, "dtype", None) in (numpy.float32, numpy.float64):
        return result + result.dtype.type(0) if isinstance(result, numpy.generic) else numpy.add(result, 0, out=result)
    return result


def agree(name: str, x: Pair, y: Pair, *args: Any, **options: Any) -> None:
    """Compara `np.<name>(x, y, …)` com o NumPy; o tamanho das parcelas é o de 4 produtos de até 10 por 10."""
    same_error(
        lambda: getattr(np, name)(x.ours, y.ours, *args, **options),
        lambda: without_negative_zero(getattr(numpy, name)(x.theirs, y.theirs, *args, **options)),
        scale=400,
        name=name,
    )


@st.composite
def factors(draw: st.DrawFn, product: str, kinds: str = "biufO", **options: Any) -> tuple[Pair, Pair]:
    """Dois tensores quase sempre compatíveis com o produto pedido."""
    side = st.sampled_from([0, 1, 2, 3, 4])
    k = draw(side)
    first = list(draw(st.lists(side, max_size=4)))
    second = list(draw(st.lists(side, max_size=3)))
    if product == "matmul":  # os eixos da frente têm de se repetir um sobre o outro
        front = draw(st.lists(st.sampled_from([0, 1, 2, 3]), max_size=3))
        first = [draw(st.sampled_from([1, n])) for n in front] + first[:1]
        second = [draw(st.sampled_from([1, n])) for n in front[draw(st.integers(0, 3)) :]] + second[:1]
    if draw(st.integers(0, 19)) == 0:
        k, mismatch = draw(side), draw(side)
    else:
        mismatch = k
    shape_x = (*first, k)
    shape_y = (*second[:-1], mismatch, second[-1]) if second else (mismatch,)
    return draw(arrays(shape_x, kinds=kinds, **options)), draw(arrays(shape_y, kinds=kinds, **options))


@pytest.mark.parametrize("name", ["dot", "matmul"])
def test_numpy_agrees(name: str) -> None:
    @given(factors(name, special=False))
    def check(pair: tuple[Pair, Pair]) -> None:
        agree(name, *pair)

    check()


@pytest.mark.parametrize("name", ["dot", "matmul"])
def test_integers_wrap_around_as_in_numpy(name: str) -> None:
    @given(factors(name, kinds="biu"))
    def check(pair: tuple[Pair, Pair]) -> None:
        agree(name, *pair)

    check()


@given(arrays(shapes(ranks=[0, 1, 2]), special=False, domain=(1, 9)), arrays((), special=False, domain=(1, 9)))
def test_dot_with_a_scalar_multiplies(x: Pair, y: Pair) -> None:
    same_error(lambda: np.dot(x.ours, y.ours), lambda: numpy.dot(x.theirs, y.theirs), name="dot")
    same_error(lambda: np.dot(y.ours, x.ours), lambda: numpy.dot(y.theirs, x.theirs), name="dot")
    same_error(lambda: np.matmul(x.ours, y.ours), lambda: numpy.matmul(x.theirs, y.theirs), name="matmul")


@given(
    st.integers(1, 12), st.integers(1, 150), st.integers(1, 12), st.sampled_from(["plain", "sparse", "hard", "huge"]),
    st.integers(0, 2**32),
)  # fmt: skip
def test_bit_for_bit_the_triple_loop(m: int, k: int, n: int, values: str, seed: int) -> None:
    rng = random.Random(seed)
    draw = {
        "plain": lambda: rng.gauss(0, 1),
        "sparse": lambda: rng.gauss(0, 1) if rng.random() < 0.2 else rng.choice([0.0, -0.0]),
        "hard": lambda: rng.choice(HARD) if rng.random() < 0.1 else rng.choice([0.0, rng.gauss(0, 1)]),
        "huge": lambda: rng.choice([0.0, 1e308, -1e308, 1e-308]),
    }[values]
    x = [[draw() for _ in range(k)] for _ in range(m)]
    y = [[draw() for _ in range(n)] for _ in range(k)]
    expected = bits(triple_loop(x, y))
    assert bits(np.matmul(np.array(x), np.array(y)).tolist()) == expected
    assert bits(np.dot(np.array(y).T, np.array(x).T).T.tolist()) == expected


def test_zero_times_infinity_is_nan_even_among_zeros() -> None:
    x, y = np.zeros((2, 9)), np.ones((9, 3))
    y[4, 1] = np.inf
    assert bits((x @ y).tolist()) == [["0x0.0p+0", "nan", "0x0.0p+0"]] * 2
    assert bits((y.T @ x.T).tolist()) == [["0x0.0p+0"] * 2, ["nan"] * 2, ["0x0.0p+0"] * 2]


def test_objects_keep_exact_and_in_order() -> None:
    x = np.array([[Fraction(1, 3), Fraction(1, 6)], [Fraction(2), Fraction(1, 7)]], dtype=object)
    assert np.dot(x, x).tolist() == numpy.dot(numpy.array(x.tolist()), numpy.array(x.tolist())).tolist()

    class Letter:
        def __init__(self, name: str) -> None:
            self.name = name

        def __mul__(self, other: "Letter") -> "Letter":
            return Letter(self.name + other.name)

        def __add__(self, other: "Letter") -> "Letter":
            return Letter(f"{self.name} + {other.name}")

        def __radd__(self, zero: int) -> "Letter":
            return self

    tall = np.array([[Letter(name) for name in pair] for pair in ("ab", "cd", "ef")], dtype=object)
    wide = np.array([[Letter(name) for name in pair] for pair in ("wx", "yz")], dtype=object)
    written = [[entry.name for entry in row] for row in np.dot(tall, wide).tolist()]
    assert written == [["aw + by", "ax + bz"], ["cw + dy", "cx + dz"], ["ew + fy", "ex + fz"]]


NAIVE = [(np.vector_dot, (5,), (5,)), (np.matrix_vector_dot, (4, 5), (5,)), (np.matrix_dot, (4, 5), (5, 3))]


@pytest.mark.parametrize(("naive", "shape_x", "shape_y"), NAIVE)
def test_the_naive_versions_and_dot_agree(naive: Any, shape_x: tuple[int, ...], shape_y: tuple[int, ...]) -> None:
    @given(arrays(shape_x, kinds="biu"), arrays(shape_y, kinds="biu"))
    def check(x: Pair, y: Pair) -> None:
        same_error(lambda: naive(x.ours, y.ours), lambda: numpy.dot(x.theirs, y.theirs), name=naive.__name__)

    @given(arrays(shape_x, kinds=["float64"], special=False), arrays(shape_y, kinds=["float64"], special=False))
    def check_bits(x: Pair, y: Pair) -> None:
        assert naive(x.ours, y.ours).tolist() == np.dot(x.ours, y.ours).tolist()

    check()
    check_bits()
    for bad_x, bad_y in [((2, 5), (*shape_y, 2)), (shape_x, shape_y[:-1]), (shape_x, (6, *shape_y[1:]))]:
        with pytest.raises(ValueError, match=naive.__name__):
            naive(np.zeros(bad_x), np.zeros(bad_y))


def test_a_mismatch_says_which_axes_and_why() -> None:
    message = r"dot: o último eixo de \(4,\) tem 4 elementos e o penúltimo de \(3, 4\) tem 3"
    with pytest.raises(ValueError, match=message):
        np.dot(np.zeros(4), np.zeros((3, 4)))
    with pytest.raises(ValueError, match=r"matmul: .* e o único de \(2,\) tem 2"):
        np.zeros((2, 3)) @ np.zeros(2)


OUTS = [((2, 4), kind) for kind in ("float64", "int64", "float32")]
OUTS += [(shape, "float64") for shape in ((5, 2, 4), (2, 3), (8,))]


@pytest.mark.parametrize(("out_shape", "out_type"), OUTS)
@pytest.mark.parametrize("name", ["dot", "matmul"])
def test_out(name: str, out_shape: tuple[int, ...], out_type: str) -> None:
    x, y = numpy.arange(6.0).reshape(2, 3), numpy.arange(12.0).reshape(3, 4)
    same_error(
        lambda: getattr(np, name)(np.asarray(x), np.asarray(y), out=np.zeros(out_shape, out_type)),
        lambda: getattr(numpy, name)(x, y, out=numpy.zeros(out_shape, out_type)),
    )


def test_out_may_be_an_operand() -> None:
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert np.matmul(x, x, out=x) is x
    assert x.tolist() == [[7, 10], [15, 22]]
    with pytest.raises(ValueError, match="dot: out tem de ser contíguo"):
        np.dot(x, x, out=np.zeros((4, 2))[::2])


def test_the_operator() -> None:
    x = np.array([[1, 2], [3, 4]])
    assert (x @ [10, 1]).tolist() == [12, 34]
    assert ([10, 1] @ x).tolist() == [13, 24]
    x @= x
    assert x.tolist() == [[7, 10], [15, 22]]
