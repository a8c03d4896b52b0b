"""Mais defeitos plantados: complexos, álgebra linear, gerador novo e memória emprestada; a conferência vê cada um."""

import math
from collections.abc import Callable
from typing import Any

import numpy
import pytest

import reference
from reference.linalg import eigen, elimination, orthogonal, singular
from reference.linalg.cholesky import lower
from reference.operations import complex_functions, complexes, contraction
from reference.tensors import complexes as pairs
from reference.tensors import dlpack, dtypes, pcg64, picking, seeding, ziggurat
from tests import oracle
from tests.house.planting import Fault, Probe, compared, planted
from tests.oracle import arrays, shapes

some = arrays((2, 2), kinds=["int64"], special=False)
numbers = arrays((2, 3), kinds=["complex128"], special=False)
square = arrays((3, 3), kinds=["complex128"], special=False)
close: dict[str, Any] = {"scale": 1e3, "rtol": 1e-9}


def draws(method: str, *given: Any, **options: Any) -> Callable[[Any, Any], Any]:
    """Sorteios do gerador novo, com a semente tirada do tensor."""
    return lambda xp, x: getattr(xp.random.default_rng(int(abs(x.sum()))), method)(*given, **options)


def positive(xp: Any, x: Any) -> Any:
    """Matriz hermitiana positiva definida."""
    return xp.matmul(x, xp.matrix_transpose(xp.conj(x))) + 9 * xp.eye(3)


def lent(xp: Any, x: Any) -> Any:
    """O que se lê da memória emprestada pelo DLPack: do nosso lado, o NumPy; do lado dele, ninguém."""
    return x if xp is numpy else reference.array(numpy.from_dlpack(x))


PROBES: dict[str, Probe] = {
    "abs": compared(lambda xp, x: xp.abs(x), numbers),
    "autovalores": compared(lambda xp, x: xp.linalg.eigvalsh(positive(xp, x)), square, **close),
    "cholesky": compared(lambda xp, x: xp.linalg.cholesky(positive(xp, x)), square, **close),
    "det": compared(lambda xp, x: xp.linalg.det(x), square, scale=1e6),
    "divisão": compared(lambda xp, x: x[0] / x[1], numbers, scale=10),
    "dlpack": compared(lent, arrays(shapes(range(1, 4), empty=False), kinds=["float32", "int16"], special=False)),
    "escolha": compared(draws("choice", 20_000, 300, replace=False), some, examples=20),
    "exp": compared(lambda xp, x: xp.abs(xp.exp(xp.asarray([complex(-math.inf, math.nan)]))), some, examples=2),
    "imag": compared(lambda xp, x: xp.imag(x), numbers),
    "inteiros": compared(draws("integers", 0, 3 * 2**30, 8), some, examples=20),
    "normal": compared(draws("standard_normal", 9), some, examples=20),
    "ordem": compared(lambda xp, x: xp.sort(xp.stack([x, xp.conj(x)]), axis=None), numbers),
    "pivô": compared(lambda xp, x: xp.linalg.solve(xp.asarray([[1e-15, 1.0], [1.0, 1.0]]), x), some, **close),
    "potência": compared(lambda xp, x: x**5, numbers, scale=1e9),
    "produto": compared(lambda xp, x: x[0] * x[1], numbers, scale=100),
    "promoção": compared(lambda xp, x: xp.add(x, xp.ones((), dtype=xp.complex64)).itemsize, some),
    "pseudoinversa": compared(
        lambda xp, x: xp.linalg.pinv(xp.asarray([[0.1, 0.3], [0.2, 0.6]]) * (1 + abs(x.sum()))), some, **close
    ),
    "qr": compared(lambda xp, x: xp.linalg.qr(x)[1], square, **close),
    "semente": compared(lambda xp, x: xp.random.SeedSequence(int(abs(x.sum()))).generate_state(4), some, examples=20),
    "solve": compared(lambda xp, x: xp.linalg.solve(positive(xp, x), x), square, **close),
    "uniforme": compared(draws("random", 3), some, examples=20),
    "vecdot": compared(lambda xp, x: xp.vecdot(x[0], x[1]), numbers, scale=100),
}  # fmt: skip

FAULTS = {
    "i² = 1": Fault(complexes.multiply, "x.real * y.real -", "x.real * y.real +", "produto"),
    "divide sem conjugar": Fault(complexes.divide, "(x.imag - x.real * ratio)", "(x.imag + x.real * ratio)", "divisão"),
    "mede só a parte real": Fault(complexes.magnitude, "x.imag", "0.0", "abs"),
    "esquece o último bit do expoente": Fault(complexes.integer_power, "if bits % 2:", "if bits == 1:", "potência"),
    "põe em ordem só pela parte real": Fault(complexes.sort_key, "0.0 if imag_nan else x.imag", "0.0", "ordem"),
    "lê a parte vizinha": Fault(pairs.part, "2 * x.offset + which", "2 * x.offset + 1 - which", "imag"),
    "troca as partes ao guardar": Fault(pairs.pack_pairs, "(z.real, z.imag)", "(z.imag, z.real)", "produto"),
    "promove int64 com complex64 a complex64": Fault(dtypes.promote, "COMPLEX[promote(a, PARTS[b])]", "b", "promoção"),
    "troca o infinito de lado": Fault(complex_functions.without_angle, "z.real == -inf", "z.real == inf", "exp"),
    "não conjuga no produto escalar": Fault(contraction.vecdot, "x.conj() if", "x if", "vecdot"),
    "não troca o pivô": Fault(elimination.factor, "max(range(k, len(a))", "min(range(k, len(a))", "pivô"),
    "esquece o sinal das trocas": Fault(elimination.factor, "-sign\n", "sign\n", "det"),
    "substitui sem dividir": Fault(elimination.substitute, "z / lu[i][i]", "z", "solve"),
    "espelha sem conjugar": Fault(orthogonal.triangle, "tau.conjugate()", "tau", "qr"),
    "gira ao contrário": Fault(eigen.turn, "c * a - mirrored * b", "c * a + mirrored * b", "autovalores"),
    "não tira o que já se explicou": Fault(
        lower, "- add_products(line, conjugates(line)).real", "", "cholesky"
    ),
    "não inverte nada": Fault(singular.pinv, "kept = greater(", "kept = 0 * greater(", "pseudoinversa"),
    "gira uma casa a menos": Fault(pcg64.PCG64.word64, "place >> 122", "place >> 123", "uniforme"),
    "aceita a sobra": Fault(pcg64.lemire, "product % whole >= spare", "True", "inteiros"),
    "mistura sem espalhar": Fault(seeding.mix, "mixed ^ mixed >> 16", "mixed", "semente"),
    "lê o sinal noutro bit": Fault(ziggurat.normal, "word & 256", "word & 512", "normal"),
    "repete a que já saiu": Fault(picking.floyd, "last if drawn in found else drawn", "drawn", "escolha"),
    "empresta um elemento adiante": Fault(dlpack.describe, "x.offset * x.", "(x.offset + 1) * x.", "dlpack"),
    "conta os passos em bytes": Fault(dlpack.describe, "numbers(*x.steps)", "numbers(*x.strides)", "dlpack"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def uncounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """O que se compara aqui não entra na conta da página da conferência."""
    monkeypatch.setattr(oracle, "COUNTS", {})


@pytest.mark.parametrize("probe", PROBES)
def test_without_a_fault_nothing_is_seen(probe: str) -> None:
    PROBES[probe]()


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_each_fault_is_caught(fault: Fault) -> None:
    with planted(fault), pytest.raises(AssertionError):
        PROBES[fault.probe]()
    PROBES[fault.probe]()


def test_there_are_twenty_faults_and_every_probe_is_used() -> None:
    assert len(FAULTS) >= 20
    assert {fault.probe for fault in FAULTS.values()} == PROBES.keys()
