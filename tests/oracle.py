"""A conferência com o NumPy: gera os mesmos tensores dos dois lados, faz a mesma conta e exige a mesma resposta.

Um teste diz a conta uma vez; `agree` a faz com o NumPy e com `reference`, e compara valores, tipo, forma ou erro:

    @given(arrays())
    def test_sum(x):
        agree("sum", lambda xp, x: xp.sum(x, axis=-1), x)
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy

import reference
from reference.tensors.tensor import Scalar, Tensor
from tests.generate import FLOATS, KINDS, Pair, arrays, broadcastable, dtypes, shapes, to_reference

__all__ = [
    "COUNTS",
    "FLOATS",
    "KINDS",
    "Pair",
    "agree",
    "arrays",
    "assert_same",
    "broadcastable",
    "check_operation",
    "dtypes",
    "same_error",
    "shapes",
    "to_numpy",
    "to_reference",
    "write_counts",
]

TOLERANCE = {"float64": 1e-13, "float32": 3e-6}


# A conta dos casos


@dataclass
class Count:
    """Quantos casos de uma função foram comparados e, por tipo, a maior diferença relativa."""

    cases: int = 0
    errors: int = 0
    largest: dict[str, float] = field(default_factory=dict)


COUNTS: dict[str, Count] = {}


def counts() -> dict[str, dict[str, Any]]:
    """A conta, em ordem alfabética, como um processo a manda a outro."""
    return {name: vars(count) for name, count in sorted(COUNTS.items())}


def add_counts(others: dict[str, dict[str, Any]]) -> None:
    """Soma a esta conta a de outro processo."""
    for name, other in others.items():
        count = COUNTS.setdefault(name, Count())
        count.cases, count.errors = count.cases + other["cases"], count.errors + other["errors"]
        for kind, largest in other["largest"].items():
            count.largest[kind] = max(largest, count.largest.get(kind, 0.0))


def write_counts(path: Path) -> None:
    """Grava a conta, para a página da conferência."""
    path.write_text(json.dumps(counts(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def to_numpy(tensor: Tensor) -> numpy.ndarray:
    """Array do NumPy com os mesmos elementos, lidos por dois caminhos que têm de concordar.

    Um passa pela memória (`__array_interface__`), o outro pelas listas: um defeito num não se esconde atrás do outro.
    """
    listed = numpy.empty(tensor.shape, dtype=str(tensor.dtype))
    listed[...] = numpy.array(tensor.tolist(), dtype=listed.dtype).reshape(tensor.shape)
    if listed.dtype != object:
        shared = numpy.asarray(SimpleNamespace(__array_interface__=tensor.__array_interface__))
        assert shared.dtype == listed.dtype and shared.shape == listed.shape, (shared.dtype, shared.shape)
        assert shared.strides == tensor.strides or not shared.size, (shared.strides, tensor.strides)
        assert shared.tobytes() == listed.tobytes() or numpy.array_equal(shared, listed, equal_nan=True), (
            f"pela memória: {shared!r}\npelas listas: {listed!r}"
        )
    return listed


# O que se compara


def assert_same(ours: Any, theirs: Any, *, rtol: float | None = None, scale: Any = 0, name: str = "") -> None:
    """Exige o mesmo valor, tipo e forma, e que escalar seja escalar.

    Inteiros, booleanos e objetos são comparados exatamente; nos de ponto flutuante, `nan`, infinitos e o sinal do
    zero também, e o resto com erro relativo de até `rtol` (1e-13 em float64, 3e-6 em float32). De complexos se comparam
    as duas partes.

    Args:
        ours: Resultado de `reference`.
        theirs: Resultado do NumPy.
        rtol: Outra tolerância.
        scale: Tamanho das parcelas, quando o resultado é uma soma que pode se cancelar: o erro é relativo ao maior
            entre ele e o próprio resultado.
        name: Função a que contar o caso.
    """
    if isinstance(theirs, list | tuple):
        assert isinstance(ours, list | tuple) and len(ours) == len(theirs), f"{ours!r} ≠ {theirs!r}"
        for mine, other in zip(ours, theirs):
            assert_same(mine, other, rtol=rtol, scale=scale, name=name)
        return
    if not isinstance(theirs, numpy.ndarray | numpy.generic):
        assert type(ours) is type(theirs), f"{type(ours).__name__} ≠ {type(theirs).__name__}"
        assert ours == theirs or (ours != ours and theirs != theirs), f"{ours!r} ≠ {theirs!r}"
        largest = 0.0
    else:
        assert isinstance(ours, Tensor), f"{ours!r} não é tensor; no NumPy é {theirs!r}"
        assert str(ours.dtype) == str(theirs.dtype), f"dtype: o nosso é {ours.dtype}, o deles {theirs.dtype}"
        assert ours.shape == theirs.shape, f"forma: a nossa é {ours.shape}, a deles {theirs.shape}"
        assert isinstance(ours, Scalar) == isinstance(theirs, numpy.generic), f"só um é escalar: {ours!r} e {theirs!r}"
        largest = assert_same_elements(to_numpy(ours), numpy.asarray(theirs), rtol, scale)
    if name:
        count = COUNTS.setdefault(name, Count())
        count.cases += 1
        kind = str(getattr(theirs, "dtype", type(theirs).__name__))
        count.largest[kind] = max(largest, count.largest.get(kind, 0.0))


def assert_shared(one: Any, other: Any) -> None:
    """O que se escreve num lado aparece no outro; os dois acabam zerados."""
    one[...] = 1
    assert (other == 1).all()
    other[...] = 0
    assert not one.any()


def assert_same_elements(ours: numpy.ndarray, theirs: numpy.ndarray, rtol: float | None, scale: Any) -> float:
    """Compara elemento a elemento; devolve a maior diferença relativa encontrada."""
    if theirs.dtype.kind == "c":  # parte a parte; o erro de cada uma é relativo ao número inteiro
        size = numpy.maximum(scale, numpy.where(numpy.isfinite(theirs), abs(theirs), 0))
        ours, theirs = (numpy.stack([z.real, z.imag]) for z in (ours, theirs))
        if numpy.any(scale):  # do que se cancela, nem o sinal do zero é certo: o NumPy soma e multiplica de uma vez
            ours, theirs = ours + 0, theirs + 0
        return assert_same_elements(ours, theirs, rtol, size)
    if theirs.dtype.kind != "f":
        for a, b in zip(ours.ravel().tolist(), theirs.ravel().tolist()):
            assert type(a) is type(b) and (a == b or (a != a and b != b)), f"{a!r} ≠ {b!r}{shown(ours, theirs)}"
        return 0.0
    finite = numpy.isfinite(theirs)
    assert numpy.array_equal(ours[~finite], theirs[~finite], equal_nan=True), f"nan ou infinito{shown(ours, theirs)}"
    assert numpy.isfinite(ours[finite]).all(), f"nan ou infinito onde há um número{shown(ours, theirs)}"
    zero = (theirs == 0) & (ours == 0)
    negative = numpy.signbit(ours[zero]), numpy.signbit(theirs[zero])
    assert numpy.array_equal(*negative), f"sinal do zero{shown(ours, theirs)}"
    a, b = ours[finite].astype(numpy.longdouble), theirs[finite].astype(numpy.longdouble)
    size = numpy.maximum(abs(b), numpy.broadcast_to(numpy.asarray(scale, numpy.longdouble), theirs.shape)[finite])
    size = numpy.maximum(size, numpy.finfo(theirs.dtype).smallest_normal)
    largest = float(max(abs(a - b) / size, default=0.0))
    limit = TOLERANCE[str(theirs.dtype)] if rtol is None else rtol
    assert largest <= limit, f"diferença relativa de {largest:.3g}, acima de {limit:g}{shown(ours, theirs)}"
    return largest


def shown(ours: numpy.ndarray, theirs: numpy.ndarray) -> str:
    """Os dois lados, para o relato."""
    return f"\nnosso: {ours!r}\ndeles: {theirs!r}"


def outcome(f: Callable[[], Any]) -> tuple[Any, Exception | None]:
    """O resultado ou o erro."""
    try:
        return f(), None
    except Exception as error:
        return None, error


def same_error(ours: Callable[[], Any], theirs: Callable[[], Any], *, name: str = "", **tolerances: Any) -> None:
    """Exige que as duas contas deem o mesmo resultado, ou que as duas levantem o mesmo tipo de erro.

    Vale o tipo do Python de que o erro deles descende: `AxisError` é `ValueError` e `IndexError`, e o nosso também
    tem de ser. O nosso pode ser mais específico.
    """
    with numpy.errstate(all="ignore"):
        expected, their_error = outcome(theirs)
    result, our_error = outcome(ours)
    if their_error is None:
        if our_error is not None:
            raise AssertionError(f"o NumPy dá {expected!r}, e nós levantamos {our_error!r}") from our_error
        assert_same(result, expected, name=name, **tolerances)
        return
    assert our_error is not None, f"o NumPy levanta {their_error!r}, e nós damos {result!r}"
    kinds = tuple(kind for kind in type(their_error).__mro__ if kind.__module__ == "builtins")
    if not all(isinstance(our_error, kind) for kind in kinds):
        raise AssertionError(f"o NumPy levanta {their_error!r}, e nós levantamos {our_error!r}") from our_error
    if name:
        count = COUNTS.setdefault(name, Count())
        count.cases, count.errors = count.cases + 1, count.errors + 1


def agree(name: str, f: Callable[..., Any], *pairs: Pair, **tolerances: Any) -> None:
    """Faz a conta `f(xp, *tensores)` com o NumPy e com `reference` e exige a mesma resposta, ou o mesmo erro."""
    try:
        same_error(
            lambda: f(reference, *(pair.ours for pair in pairs)),
            lambda: f(numpy, *(pair.theirs for pair in pairs)),
            name=name,
            **tolerances,
        )
    except AssertionError as error:
        error.add_note("operandos:\n" + "\n".join(map(repr, pairs)))
        raise


def check_operation(operation: Any, pairs: Iterable[Pair], **tolerances: Any) -> None:
    """Confere uma operação da tabela: os mesmos argumentos, o nome que ela tem no NumPy.

    Onde o NumPy responderia em float16, que aqui não existe, a conta dele é refeita em float32.
    """

    def compute(xp: Any, *x: Any) -> Any:
        if xp is reference:
            return operation(*x)
        found = getattr(numpy, operation.numpy)(*x)
        half = getattr(found, "dtype", None) == "float16"
        return getattr(numpy, operation.numpy)(*(a.astype("float32") for a in x)) if half else found

    agree(operation.__name__, compute, *pairs, **tolerances)
