"""Quem confere a conferência: cada defeito plantado no código de `reference` tem de ser visto por ela."""

from collections.abc import Callable
from typing import Any

import numpy
import pytest
from hypothesis import strategies as st

import reference
from reference.linalg import eigen, elimination, orthogonal, singular, stacks
from reference.operations import (
    combining,
    complex_angles,
    complex_functions,
    complexes,
    dot,
    loop,
    reductions,
    reshaping,
    scalars,
    searching,
    sorting,
    statistics,
)
from reference.tensors import (
    assignment,
    casting,
    columns,
    distributions,
    dlpack,
    dtypes,
    indexing,
    layout,
    numerals,
    pcg64,
    picking,
    seeding,
    sharing,
    ziggurat,
)
from reference.tensors import complexes as pairs_of
from tests import oracle
from tests.house.planting import Fault, Probe, checked, compared, planted
from tests.oracle import Pair, arrays, broadcastable, check_operation, shapes


def matrices(*shape: int, kinds: str = "f", special: bool = False) -> st.SearchStrategy[Pair]:
    return arrays(shape, [*oracle.KINDS[kinds]], special=special)


def shifted(xp: Any, x: Any) -> Any:
    x = xp.array(x)
    x[1:, :2] = x[:-1, 1:3]
    return x


def normals(xp: Any, x: Any) -> Any:
    return xp.random.RandomState(int(abs(x.sum()))).standard_normal((3, 3))


def draws(method: str, *given: Any, **options: Any) -> Callable[[Any, Any], Any]:
    """Sorteios do gerador novo, com a semente tirada do tensor."""
    return lambda xp, x: getattr(xp.random.default_rng(int(abs(x.sum()))), method)(*given, **options)


def lent(xp: Any, x: Any) -> Any:
    """O que o NumPy lê da memória que lhe emprestamos."""
    return x if xp is numpy else reference.array(numpy.from_dlpack(x))


def reduced(name: str, **options: Any) -> Callable[[Any, Any], Any]:
    return lambda xp, x: getattr(xp, name)(x, **options)


ranks = range(1, 4)
some = arrays(shapes(ranks, empty=False), special=False, domain=(-2, 2))
floats = arrays(shapes(ranks, empty=False), kinds=["float64"], special=False)

PROBES: dict[str, Probe] = {
    "add": checked(lambda *pairs: check_operation(reference.add, pairs), broadcastable()),
    "argmax": compared(reduced("argmax", axis=-1), some),
    "divide": compared(lambda xp, x: x / (0 * x), floats),
    "dot": compared(lambda xp, x, y: xp.dot(x, y), matrices(2, 3), matrices(2, 3, 4), scale=100, rtol=1e-5),
    "exp": checked(lambda *pairs: check_operation(reference.exp, pairs), st.tuples(arrays(kinds="f"))),
    "inf @": compared(
        lambda xp, y: xp.matmul(xp.zeros((50, 50)), xp.broadcast_to(y, (50, 4))), matrices(1, 4, special=True)
    ),
    "máscara": compared(lambda xp, x: x[x > 0], some),
    "matmul": compared(lambda xp, x, y: xp.matmul(x, y), matrices(5, 3), matrices(3, 2), scale=100, rtol=1e-5),
    "max": compared(reduced("max", axis=0), arrays(shapes(ranks, empty=False), kinds="f")),
    "mean": compared(reduced("mean", axis=0), floats, scale=10),
    "negativo": compared(lambda xp, x: x[-1], some),
    "normal": compared(normals, some, examples=5),
    "número float32": compared(lambda xp, x: float(x[0] / 3), arrays((2,), kinds=["float32"], special=False)),
    "promoção": checked(
        lambda *pairs: check_operation(reference.add, pairs), broadcastable(kinds=["int32", "float32"], special=False)
    ),
    "repr": compared(lambda xp, x: repr(x), floats),
    "reshape": compared(lambda xp, x: xp.reshape(x, (-1,)), some),
    "shift": compared(shifted, matrices(3, 4)),
    "sign": checked(lambda *pairs: check_operation(reference.sign, pairs), st.tuples(arrays(kinds="if"))),
    "slice": compared(lambda xp, x: x[1::2], some),
    "sum": compared(reduced("sum", axis=0), some, scale=100),
    "sum keepdims": compared(reduced("sum", axis=0, keepdims=True), some, scale=100),
    "transpose": compared(lambda xp, x: xp.transpose(x), some),
    "truncar": compared(lambda xp, x: x.astype("int32"), floats),
    "var": compared(reduced("var", axis=0, ddof=1), matrices(4, 3), scale=100),
    "where": compared(lambda xp, x: xp.where(x > 0, x, 0), some),
}


complex_ones = arrays(shapes(ranks, empty=False), kinds="c", special=False)
both = broadcastable(2, shapes(ranks, empty=False), kinds="fc", special=False)

PROBES |= {
    "complexo: *": checked(lambda *pairs: check_operation(reference.multiply, pairs), both),
    "complexo: /": checked(lambda *pairs: check_operation(reference.divide, pairs), broadcastable(kinds="c")),
    "complexo: <": checked(lambda *pairs: check_operation(reference.less, pairs), broadcastable(kinds="c")),
    "complexo: abs": compared(lambda xp, x: abs(x), complex_ones),
    "complexo: imag": compared(lambda xp, x: x.imag, complex_ones),
    "complexo: pow": compared(lambda xp, x: x**5, complex_ones, rtol=1e-4),
    "complexo: repr": compared(lambda xp, x: [repr(x), str(abs(x.imag.ravel()[0]) * 1j)], complex_ones),
    "complexo: sort": compared(lambda xp, x: xp.sort(xp.round(x / 5)), arrays((9,), kinds="c")),
    "complexo: sum": compared(reduced("sum", axis=0), complex_ones, scale=100),
    "complexo: var": compared(reduced("var", axis=0), matrices(4, 3, kinds="c"), rtol=1e-4),
    "complexo: vecdot": compared(lambda xp, x: xp.vecdot(x, x), complex_ones, rtol=1e-4),
    "complexo: exp": compared(lambda xp, x: [xp.exp(x), xp.expm1(x / 9)], complex_ones, rtol=1e-4),
    "complexo: log": compared(lambda xp, x: [xp.log(x), xp.log1p(x)], complex_ones, rtol=1e-4),
    "complexo: sqrt": compared(lambda xp, x: xp.sqrt(x), complex_ones, rtol=1e-4),
    "complexo: cos": compared(lambda xp, x: xp.cos(x), complex_ones, rtol=1e-4),
    "complexo: inversas": compared(lambda xp, x: [xp.acosh(x), xp.atanh(x)], complex_ones, rtol=1e-4),
    "complexo: escrita": compared(lambda xp, x: xp.where(x.real > 0, x, 2j), complex_ones),
}


square = matrices(3, 3, kinds="f")

PROBES |= {
    "linalg: solve": compared(lambda xp, x: xp.linalg.solve(x + 20 * xp.eye(3), x[0]), square, rtol=1e-4, scale=1),
    "linalg: det": compared(lambda xp, x: xp.linalg.det(x[::-1] + 20 * xp.eye(3)[::-1]), square, rtol=1e-4),
    "linalg: pivô": compared(
        lambda xp, x: xp.linalg.solve(xp.asarray([[1e-15, 1.0], [1.0, 1.0]]), x), matrices(2, 2), rtol=1e-6, scale=1e3
    ),
    "linalg: qr": compared(lambda xp, x: tuple(xp.linalg.qr(x + 20 * xp.eye(3))), square, rtol=1e-3, scale=1),
    "linalg: eigvalsh": compared(lambda xp, x: xp.linalg.eigvalsh(x), square, rtol=1e-4, scale=1),
    "linalg: svdvals": compared(lambda xp, x: xp.linalg.svdvals(x[:2]), square, rtol=1e-4, scale=1),
    "linalg: trace": compared(lambda xp, x: xp.linalg.trace(x), matrices(2, 3, 3), scale=30),
}


PROBES |= {
    "gerador: semente": compared(
        lambda xp, x: xp.random.SeedSequence(int(abs(x.sum()))).generate_state(4), some, examples=20
    ),
    "gerador: uniformes": compared(draws("random", 3), some, examples=20),
    "gerador: inteiros": compared(draws("integers", 0, 3 * 2**30, 8), some, examples=20),
    "gerador: normais": compared(draws("standard_normal", 9), some, examples=20),
    "gerador: sem repetir": compared(draws("choice", 20_000, 300, replace=False), some, examples=20),
    "dlpack": compared(lent, arrays(shapes(ranks, empty=False), kinds=["float32", "int16"], special=False)),
}


FAULTS = {
    "reduz todos os eixos": Fault(
        reductions.reduce, "reduced_axes(name, axis, x.ndim)", "reduced_axes(name, None, x.ndim)", "sum"
    ),
    "esquece o último de cada grupo": Fault(reductions.add_in_order, "in values:", "in values[:-1]:", "sum"),
    "ignora keepdims": Fault(reductions.reduce, "if keepdims or a not in axes", "if a not in axes", "sum keepdims"),
    "soma inteiros no tipo deles": Fault(reductions.wide, "else int64 if", "else x.dtype if", "sum"),
    "deixa passar nan no máximo": Fault(reductions.extreme, "elif value != value", "elif False", "max"),
    "fica com o último empate": Fault(
        searching.position, "before(value, values[best])", "not before(values[best], value)", "argmax"
    ),
    "ignora ddof": Fault(statistics.var, "where, keepdims), ddof)", "where, keepdims), 0)", "var"),
    "divide pelo total de elementos": Fault(statistics.count, "normalize_axes(", "range(x.ndim) or (", "mean"),
    "troca o sinal": Fault(scalars.sign, "(x > 0) - (x < 0)", "(x < 0) - (x > 0)", "sign"),
    "perde o sinal do infinito": Fault(scalars.divide, " * copysign(1.0, y)", "", "divide"),
    "dá nan onde exp transborda": Fault(scalars.exp, "return inf", "return nan", "exp"),
    "reshape sem olhar os passos": Fault(
        reshaping.reshape, "merge_axes(x.shape, x.steps)", "merge_axes(x.shape, contiguous_steps(x.shape))", "reshape"
    ),
    "transpõe a forma e não os passos": Fault(
        reshaping.transpose, "tuple(x.steps[a] for a in order)", "tuple(x.steps)", "transpose"
    ),
    "número float32 com a precisão de float64": Fault(
        casting.stored, "if d is float64", 'if d.kind == "f"', "número float32"
    ),
    "float32 na memória de float64": Fault(
        casting.pack, "return array(d.char, values)", 'return array(d.char.replace("f", "d"), values)', "add"
    ),
    "satura em vez de dar a volta": Fault(
        casting.wrap, "(value - low) % turn + low", "min(max(value, low), high)", "add"
    ),
    "arredonda em vez de truncar": Fault(casting.truncate, "return int(value)", "return round(value)", "truncar"),
    "promove int32 com float32 a float32": Fault(dtypes.promote, "a.itemsize <= 2", "a.itemsize <= 4", "promoção"),
    "repete com passo que não é zero": Fault(layout.broadcast_steps, "0 if n == 1 else step", "step", "add"),
    "esquece o último da linha": Fault(reductions.groups, "place, lengths[0],", "place, lengths[0] - 1,", "sum"),
    "não desfaz a transposta do produto": Fault(
        combining.multiply_matrices,
        "list(zip(*multiply_rows(transposed(y), transposed(x), kind, used_y)))",
        "multiply_rows(transposed(y), transposed(x), kind, used_y)",
        "matmul",
    ),
    "contrai o eixo errado": Fault(dot.dot, "moveaxis(y, -2, 0)", "moveaxis(y, -1, 0)", "dot"),
    "pula zeros diante de infinitos": Fault(combining.multiply_rows, " and all_finite(rows)", "", "inf @"),
    "fatia que acaba um antes": Fault(indexing.positions, "range(length)[item]", "range(length - 1)[item]", "slice"),
    "índice negativo que não dá a volta": Fault(
        indexing.check_index, "index + length if index < 0 else index", "index", "negativo"
    ),
    "máscara ao contrário": Fault(indexing.true_places, "if value]", "if not value]", "máscara"),
    "where ao contrário": Fault(loop.pick, "x if chosen else y", "y if chosen else x", "where"),
    "lê o que acabou de escrever": Fault(assignment.assign, "same_memory(storage, target.storage) or", "", "shift"),
    "mostra a memória um elemento adiante": Fault(
        sharing.Shared.__dict__["__array_interface__"].fget, "self.offset *", "(self.offset + 1) *", "sum"
    ),
    "imprime sete casas": Fault(columns.with_point, "else options.precision\n", "else options.precision - 1\n", "repr"),
    "soma onde i ao quadrado subtrai": Fault(complexes.multiply, "y.real - x.imag", "y.real + x.imag", "complexo: *"),
    "divide pela parte menor": Fault(complexes.divide, "abs(y.real) >= abs(y.imag)", "abs(y.real) > 0", "complexo: /"),
    "desempata pela parte real": Fault(complexes.less, "x.imag < y.imag", "x.real < y.real", "complexo: <"),
    "mede só a parte real": Fault(complexes.magnitude, "hypot(x.real, x.imag)", "abs(x.real)", "complexo: abs"),
    "potência que esquece um bit": Fault(complexes.integer_power, "if bits % 2", "if bits > 1", "complexo: pow"),
    "ordena sem olhar a parte imaginária": Fault(
        complexes.sort_key, "0.0 if imag_nan else x.imag", "0.0", "complexo: sort"
    ),
    "a parte imaginária começa na mesma casa": Fault(
        pairs_of.part, "2 * x.offset + which", "2 * x.offset", "complexo: imag"
    ),
    "anda nas partes com o passo do complexo": Fault(pairs_of.part, "2 * step for", "step for", "complexo: imag"),
    "guarda a parte imaginária antes": Fault(
        pairs_of.pack_pairs, "(z.real, z.imag)", "(z.imag, z.real)", "complexo: escrita"
    ),
    "imprime o sinal da parte real na outra": Fault(columns.complex_words, 'sign="+"', 'sign="-"', "complexo: repr"),
    "mostra a parte real que é zero": Fault(numerals.complex_str, 'real == "0"', "not value", "complexo: repr"),
    "promove float64 com complex64 a complex64": Fault(
        dtypes.promote, "COMPLEX[promote(a, PARTS[b])]", "b", "complexo: *"
    ),
    "variância sem conjugar": Fault(statistics.var, "conj(distance)", "distance", "complexo: var"),
    "ordena complexos pelo que o Python diz": Fault(
        sorting.in_order, "type(line[0]) is complex", "False", "complexo: sort"
    ),
    "gira para o outro lado": Fault(complex_functions.exp, "cmath.exp(z)", "cmath.exp(z.conjugate())", "complexo: exp"),
    "subtrai meio seno a menos": Fault(complex_functions.expm1, "- 2 * sin", "- 1 * sin", "complexo: exp"),
    "logaritmo do lado errado do corte": Fault(
        complex_functions.log1p, "complex(1 + a, b)", "complex(1 + a, -b)", "complexo: log"
    ),
    "raiz da esquerda": Fault(complex_functions.sqrt, "cmath.sqrt(z)", "-cmath.sqrt(z)", "complexo: sqrt"),
    "cosseno que não vira a parte imaginária": Fault(complex_angles.cos, "-z.imag", "z.imag", "complexo: cos"),
    "inversa de outra folha": Fault(
        complex_angles.acosh, "else cmath.acosh(z)", "else -cmath.acosh(z)", "complexo: inversas"
    ),
    "divide pelo menor pivô": Fault(elimination.factor, "max(range", "min(range", "linalg: pivô"),
    "esquece o sinal da troca": Fault(elimination.factor, ", -sign", ", sign", "linalg: det"),
    "substitui com U sem a diagonal": Fault(elimination.substitute, "z / lu[i][i]", "z", "linalg: solve"),
    "espelha para o mesmo lado": Fault(orthogonal.mirror, "-math.copysign", "math.copysign", "linalg: qr"),
    "gira meio ângulo demais": Fault(eigen.angle, "(2 * size)", "size", "linalg: eigvalsh"),
    "autovalores sem ordem": Fault(eigen.spectrum, "key=lambda k: a[k][k]", "key=lambda k: -k", "linalg: eigvalsh"),
    "valores singulares do menor ao maior": Fault(singular.decompose, "-sizes[k]", "sizes[k]", "linalg: svdvals"),
    "traço dos primeiros eixos": Fault(stacks.trace, "offset, -2, -1", "offset, 0, 1", "linalg: trace"),
    "mistura sem espalhar": Fault(seeding.mix, "mixed ^ mixed >> 16", "mixed", "gerador: semente"),
    "gira uma casa a menos": Fault(pcg64.PCG64.word64, "place >> 122", "place >> 123", "gerador: uniformes"),
    "aceita a sobra": Fault(pcg64.lemire, "product % whole >= spare", "True", "gerador: inteiros"),
    "lê o sinal noutro bit": Fault(ziggurat.normal, "word & 256", "word & 512", "gerador: normais"),
    "repete a que já saiu": Fault(picking.floyd, "last if drawn in found else drawn", "drawn", "gerador: sem repetir"),
    "empresta um elemento adiante": Fault(dlpack.describe, "x.offset * x.", "(x.offset + 1) * x.", "dlpack"),
    "conta os passos em bytes": Fault(dlpack.describe, "numbers(*x.steps)", "numbers(*x.strides)", "dlpack"),
    "troca a ordem do par normal": Fault(
        distributions.polar, "factor * y, factor * x", "factor * x, factor * y", "normal"
    ),
}


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


def test_a_harmless_change_is_not_caught() -> None:
    with planted(Fault(loop.pick, "x if chosen else y", "y if not chosen else x", "where")):
        PROBES["where"]()


def test_there_are_sixty_faults_and_every_probe_is_used() -> None:
    assert len(FAULTS) >= 60
    assert {fault.probe for fault in FAULTS.values()} <= PROBES.keys()
