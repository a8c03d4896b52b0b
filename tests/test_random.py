"""Números aleatórios: os mesmos do gerador clássico do NumPy, bit por bit, em 20 sementes e todas as distribuições."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy
import pytest

import reference
from reference import random
from reference.tensors.generator import Generator, default_rng
from tests.oracle import assert_same, same_error

SEEDS: list[Any] = [0, 1, 2, 3, 7, 10, 42, 100, 123, 1234, 2024, 99991, 2**31 - 1, 2**31, 2**32 - 1]
SEEDS += [[0], [1, 2, 3], [2**32 - 1], list(range(700)), (5, 0, 5)]
N = 10_000
CHANCES = [0.05, 0.0, 0.25, 0.3, 0.4]

DRAWS: dict[str, Callable[[Any], Any]] = {
    "rand": lambda r: r.rand(N),
    "random": lambda r: r.random(N),
    "random_sample": lambda r: r.random_sample((10, N // 10)),
    "ranf": lambda r: r.ranf(size=N) if isinstance(r, random.RandomState) else r.random_sample(N),
    "uniform": lambda r: r.uniform(-2.5, 3.0, N),
    "randn": lambda r: r.randn(N // 5, 5),
    "standard_normal": lambda r: r.standard_normal(N + 1),
    "normal": lambda r: r.normal(170, 7.5, size=N),
    "exponential": lambda r: r.exponential(2.5, N),
    "standard_exponential": lambda r: r.standard_exponential(N),
    "laplace": lambda r: r.laplace(1.0, 0.5, N),
    "gumbel": lambda r: r.gumbel(1.0, 0.5, N),
    "binomial, uma tentativa": lambda r: r.binomial(1, 0.5, N),
    "binomial, inversão": lambda r: r.binomial(40, 0.35, N),
    "binomial, erros": lambda r: r.binomial(40, 0.85, N),
    "binomial, rejeição": lambda r: r.binomial(1000, 0.3, N),
    "binomial, longe da moda": lambda r: r.binomial(10**6, 0.77, N),
    "multinomial": lambda r: r.multinomial(20, CHANCES, N // 5),
    "randint": lambda r: r.randint(0, 10, N),
    "randint, 64 bits": lambda r: r.randint(-(2**63), 2**63 - 1, N),
    "randint, uint8": lambda r: r.randint(0, 200, N, dtype="uint8"),
    "randint, bool": lambda r: r.randint(0, 2, N, dtype=bool),
    "choice": lambda r: r.choice(1000, N),
    "choice, com p": lambda r: r.choice(5, N, p=CHANCES),
    "choice, sem repetir": lambda r: r.choice(2 * N, N, replace=False),
    "permutation": lambda r: r.permutation(N),
    "shuffle": lambda r: shuffled(r, numpy.arange(N)),
}


def shuffled(r: Any, x: Any) -> Any:
    r.shuffle(x)
    return x


def pair(seed: Any) -> tuple[random.RandomState, numpy.random.RandomState]:
    return random.RandomState(seed), numpy.random.RandomState(seed)


@pytest.mark.parametrize("draw", DRAWS.values(), ids=DRAWS)
def test_streams(draw: Callable[[Any], Any]) -> None:
    for seed in SEEDS:
        ours, theirs = pair(seed)
        mine, expected = numpy.asarray(draw(ours)), draw(theirs)
        assert mine.dtype == expected.dtype and mine.shape == expected.shape
        assert mine.tobytes() == expected.tobytes(), f"semente {seed}"
        assert ours.rand() == theirs.rand(), f"semente {seed}: o sorteio seguinte"


def test_calls_continue_one_another() -> None:
    """Pedidos pequenos e misturados dão a mesma sequência: quem sorteia guarda a sobra da normal como o NumPy."""
    ours, theirs = pair(5)
    for _ in range(50):
        for draw in (lambda r: r.randn(3), lambda r: r.rand(2), lambda r: r.normal(), lambda r: r.randint(3, size=2)):
            assert_same(draw(ours), draw(theirs), rtol=0)
        assert_same(ours.binomial(5, 0.5), theirs.binomial(5, 0.5))
        assert_same(ours.bytes(7), theirs.bytes(7))


PARAMETERS: list[Callable[[Any, Any], Any]] = [
    lambda xp, r: r.normal(xp.array([0.0, 10.0, 100.0]), xp.array([[1], [2]])),
    lambda xp, r: r.normal([0, 10], 1, size=(3, 2)),
    lambda xp, r: r.normal(xp.array(1.5), 2),
    lambda xp, r: r.uniform(xp.arange(6)[::-2], 10),
    lambda xp, r: r.uniform(-1, xp.ones((2, 3), dtype="float32").T, size=(4, 3, 2)),
    lambda xp, r: r.exponential([]),
    lambda xp, r: r.exponential([[1.0], [50.0]], (2, 2)),
    lambda xp, r: r.binomial(xp.array([1, 10, 1000]), [[0.2], [0.9]]),
    lambda xp, r: r.laplace([0.0, 5.0], 2.0),
    lambda xp, r: r.gumbel(0, [1.0, 2.0]),
    lambda xp, r: r.multinomial(3, [0.5, 0.5], size=(2, 2)),
    lambda xp, r: r.multinomial(5, xp.array([0.1, 0.9])),
    lambda xp, r: r.rand(),
    lambda xp, r: r.randn(),
    lambda xp, r: r.rand(0, 3),
    lambda xp, r: r.rand(xp.int64(2), 3),
    lambda xp, r: r.random_sample(()),
    lambda xp, r: r.standard_normal((2, 0)),
    lambda xp, r: r.normal(size=xp.array([2, 3])),
    lambda xp, r: r.binomial(10, 0.5),
    lambda xp, r: r.normal(0, float("nan")),
]


@pytest.mark.parametrize("draw", PARAMETERS)
def test_parameters_and_shapes(draw: Callable[[Any, Any], Any]) -> None:
    ours, theirs = pair(3)
    assert_same(draw(reference, ours), draw(numpy, theirs), rtol=0)
    assert ours.rand() == theirs.rand()


WRONG: list[Callable[[Any], Any]] = [
    lambda r: r.rand((2, 3)),
    lambda r: r.randn((2,)),
    lambda r: r.rand(-1),
    lambda r: r.rand(2.0),
    lambda r: r.random_sample(2.5),
    lambda r: r.normal(0, -1),
    lambda r: r.normal(0, [1, -1]),
    lambda r: r.normal([1, 2], [1, 2, 3]),
    lambda r: r.normal([1, 2], 1, size=3),
    lambda r: r.normal([[1, 2]], 1, size=2),
    lambda r: r.normal([1, 2], 1, size=1),
    lambda r: r.exponential(-1),
    lambda r: r.laplace(0, -1),
    lambda r: r.gumbel(0, -1),
    lambda r: r.uniform(0, float("inf")),
    lambda r: r.uniform(-1e308, 1e308),
    lambda r: r.binomial(-1, 0.5),
    lambda r: r.binomial(5, 1.5),
    lambda r: r.binomial(5, float("nan")),
    lambda r: r.multinomial(-1, [0.5, 0.5]),
    lambda r: r.multinomial(1, [0.9, 0.9, 0.1]),
    lambda r: r.multinomial(1, [0.5, -0.5, 0.1]),
    lambda r: r.multinomial(1, [[0.5, 0.5]]),
]


@pytest.mark.parametrize("draw", WRONG)
def test_errors(draw: Callable[[Any], Any]) -> None:
    ours, theirs = pair(0)
    same_error(lambda: draw(ours), lambda: draw(theirs))


def test_the_module_shares_one_generator() -> None:
    random.seed(0)
    numpy.random.seed(0)
    assert reference.random is random
    for name, arguments in {
        "rand": (3,), "randn": (2, 2), "random": (2,), "random_sample": (2,), "ranf": (2,), "sample": (2,),
        "uniform": (0, 5, 4), "normal": (0, 5, 4), "standard_normal": (3,), "exponential": (2, 3),
        "standard_exponential": (3,), "laplace": (0, 1, 3), "gumbel": (0, 1, 3), "binomial": (5, 0.2, 9),
        "multinomial": (5, [0.2, 0.8]), "randint": (0, 9, 9), "choice": (9, 3), "permutation": (9,), "bytes": (9,),
    }.items():  # fmt: skip
        assert_same(getattr(random, name)(*arguments), getattr(numpy.random, name)(*arguments), rtol=0)
    state = random.get_state()
    first = random.rand(3)
    random.set_state(state)
    assert (random.rand(3) == first).all()
    random.seed()
    assert random.rand() != random.rand()


@pytest.mark.parametrize("name", ["BitGenerator", "MT19937", "Philox", "vonmises"])
def test_what_is_not_offered_says_so(name: str) -> None:
    with pytest.raises(AttributeError, match=f"random.{name}: .*não é oferecido aqui"):
        getattr(random, name)
    assert not hasattr(random, "__path__")


def test_the_modern_generator_is_loaded_only_when_asked_for() -> None:
    """Quem só importa o pacote não espera por ele, nem pelo `decimal`, com que ele calcula as suas tabelas."""
    program = """if True:
        import sys, reference
        assert not {"decimal", "reference.tensors.pcg64", "reference.tensors.ziggurat"} & set(sys.modules)
        assert {"default_rng", "Generator", "PCG64", "SeedSequence", "rand"} <= set(dir(reference.random))
        print(reference.random.default_rng(5).standard_normal())
    """
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout == f"{numpy.random.default_rng(5).standard_normal()}\n"
    assert (random.Generator, random.default_rng) == (Generator, default_rng)


def test_repr() -> None:
    assert repr(random.RandomState(0)) == "RandomState(MT19937)"
