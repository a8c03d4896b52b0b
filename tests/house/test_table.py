"""A tabela inteira contra o NumPy, num comando e num minuto: cada função, em cada tipo, em cada forma e disposição.

    python3 tests tests/house/test_table.py

As operações elemento a elemento vêm de `OPERATIONS`. As outras funções são as contas de `CALLS`, escritas como se
escrevem num programa: `x` e `y` têm a mesma forma, `z` é de outro tipo e se repete ao longo do primeiro eixo de `x`, e
`m` é uma máscara da forma de `x`. Só os números são sorteados, e sempre os mesmos.
"""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from inspect import isfunction
from itertools import product
from types import CodeType
from typing import Any

import numpy
import pytest

import reference
from reference.operations.universal import OPERATIONS, Operation
from tests.generate import KINDS, Layout, Pair, common_values, fill, special_values
from tests.oracle import COUNTS, Count, agree, check_operation, same_error

DTYPES = [name for kind in "biufcO" for name in KINDS[kind]]
BACKWARDS = slice(None, None, -1)

CASES = {
    "ordem 0": ((), Layout()),
    "ordem 1": ((7,), Layout()),
    "ordem 2": ((3, 4), Layout()),
    "quadrada": ((3, 3), Layout()),
    "ordem 3": ((2, 3, 4), Layout()),
    "ordem 4": ((2, 3, 1, 4), Layout()),
    "ordem 5": ((2, 1, 2, 3, 2), Layout()),
    "vazio": ((0,), Layout()),
    "vazio, ordem 3": ((2, 0, 3), Layout()),
    "fatiado": ((7, 9), Layout((slice(1, 6, 2), slice(0, 8, 2)))),
    "invertido": ((3, 4), Layout((BACKWARDS, BACKWARDS))),
    "transposto": ((4, 2, 3), Layout(axes=(2, 0, 1))),
    "repetido": ((3, 1), Layout(shape=(2, 3, 4))),
    "valores difíceis": ((4, 9), Layout()),
}

EXACT = """
all(x) · all(x, axis=0) · any(x) · any(x, axis=-1, keepdims=True) · count_nonzero(x, axis=0) · allclose(x, y) · max(x)
max(x, axis=0) · amax(x, axis=-1) · min(x) · min(x, axis=0, keepdims=True) · amin(x, axis=-1) · argmax(x)
argmax(x, axis=0) · argmin(x) · argmin(x, axis=-1, keepdims=True) · ptp(x, axis=0) · sort(x) · sort(x, axis=0)
argsort(x, axis=-1, kind="stable") · searchsorted(sort(ravel(x)), ravel(y)) · unique(x + 0) · unique_counts(x + 0)
unique(x + 0, return_inverse=True) · nonzero(x) · flatnonzero(x) · argwhere(x) · where(m, x, y) · where(m, x, z)
extract(m, x) · compress([True, False], x) · take(x, [0, -1], axis=0) · take(x, [[0, 1]])
take_along_axis(x, argsort(x, axis=-1, kind="stable"), axis=-1) · [put(x, [0, -1], 5), x] · [fill_diagonal(x, 7), x]
unravel_index([0, 1], x.shape) · [put_along_axis(x, argmax(x, axis=-1, keepdims=True), 3, axis=-1), x] · isclose(x, y)
array_equal(x, y) · clip(x, 1, 5) · clip(x, z, 5) · round(x) · round(x, 1) · divmod(y, x) · isclose(x, z, rtol=0.5)
reshape(x, (-1,)) · reshape(x, (2, -1)) · ravel(x) · transpose(x) · permute_dims(x, (1, 0)) · matrix_transpose(x)
squeeze(x) · expand_dims(x, 0) · expand_dims(x, -1) · moveaxis(x, 0, -1) · swapaxes(x, 0, -1) · flip(x)
flip(x, axis=0) · fliplr(x) · flipud(x) · roll(x, 2) · roll(x, -1, axis=0) · rot90(x) · repeat(x, 2)
repeat(x, 2, axis=0) · tile(x, (2, 1)) · pad(x, 1) · pad(x, (2, 1), mode="edge") · broadcast_to(x, (2, *x.shape))
broadcast_arrays(x, z) · atleast_1d(x) · atleast_2d(x) · atleast_3d(x) · concat([x, y]) · concatenate((x, y), axis=-1)
stack([x, y]) · stack([x, y], axis=-1) · hstack([x, y]) · vstack([x, y]) · row_stack([x, y]) · dstack([x, y])
column_stack([x, y]) · append(x, y) · append(x, y, axis=0) · insert(x, 1, 9) · insert(x, 0, z, axis=0) · delete(x, 0)
delete(x, 0, axis=-1) · split(x, 2) · array_split(x, 3, axis=-1) · hsplit(x, 2) · vsplit(x, 2) · dsplit(x, 2)
unstack(x) · unstack(x, axis=-1) · diag(x) · diag(x, k=1) · diagflat(x) · diagonal(x) · diagonal(x, offset=-1)
tril(x) · triu(x, k=1) · meshgrid(ravel(x), ravel(y)) · ix_([0, 1], [1]) · c_[x, y] · r_[x, y] · copy(x) · array(x)
asarray(x, dtype="float64") · astype(x, "float32") · astype(x, "bool") · zeros_like(x) · ones_like(x)
full_like(x, 3) · full_like(x, 2.5, dtype="float64") · zeros(x.shape, dtype=x.dtype) · ones(x.shape)
full(x.shape, 7) · bincount(ravel(clip(x, 0, 9))) · digitize(x, [-1, 0, 2]) · result_type(x, z) == result_type(z, x)
indices(x.shape) · tri(3, dtype=x.dtype) · eye(3, 4, k=1, dtype=x.dtype) · identity(2, dtype=x.dtype)
tril_indices(3) · triu_indices(3, k=1) · arange(5, dtype=x.dtype) · diff(x) · nan_to_num(x) · isin(x, y) · ndim(x)
size(x) · shape(x) · isscalar(x) · isreal(x) · iscomplex(x) · intersect1d(x + 0, y + 0) · setdiff1d(x + 0, y + 0)
nanargmax(x) · nanargmin(x, axis=-1) · around(x) · nanmax(x) · nanmax(x, axis=0) · nanmin(x, axis=-1, keepdims=True)
union1d(x + 0, y + 0) · setxor1d(x + 0, y + 0) · real(x) · imag(x) · array_equiv(x, y) · array_equiv(x, z)
lexsort([ravel(x), ravel(y)]) · lexsort([x, y], axis=0) · ravel_multi_index(nonzero(x), x.shape)
diff(x, axis=0)
"""
"""Contas cujo resultado é exato: escolhem, arrumam, comparam."""

SUMS = """
sum(x) · sum(x, axis=0) · sum(x, axis=-1, keepdims=True) · sum(x, axis=(0, -1)) · sum(x, where=m) · prod(x, axis=-1)
mean(x) · mean(x, axis=0) · mean(x, axis=-1, keepdims=True) · var(x) · var(x, axis=0, ddof=1) · std(x, axis=-1)
std(x, ddof=1) · average(x, axis=0) · average(x, weights=abs(y) + 1) · median(x) · median(x, axis=0)
percentile(x, 30) · quantile(x, [0.25, 0.5], axis=-1) · cumsum(x) · cumsum(x, axis=0) · cumprod(x, axis=-1)
cumulative_sum(x, axis=-1) · cumulative_sum(x, axis=0, include_initial=True) · cumulative_prod(x, axis=0) · dot(x, y)
dot(x, transpose(y)) · dot(x, 3) · matmul(x, y) · matmul(x, matrix_transpose(y)) · inner(x, y) · inner(x, z)
outer(x, z) · vecdot(x, y) · vecdot(x, z, axis=-1) · tensordot(x, y, axes=0) · tensordot(x, y, axes=([0], [0]))
trace(x) · trace(x, offset=1) · convolve(ravel(x), [1, 2, 3]) · convolve(ravel(x), ravel(y), "same") · cov(x)
cov(x, ddof=0) · nansum(x, axis=0) · nanprod(x, axis=-1) · nanmean(x) · nanvar(x, ddof=1) · nanstd(x, axis=0)
kron(x, [1, 2]) · correlate(ravel(x), [1, 2, 3]) · correlate(ravel(x), ravel(y), "full") · vander(ravel(x), 3)
nancumsum(x) · nancumprod(x, axis=-1) · trapezoid(x) · histogram(x, bins=4, range=(-5, 5))
apply_along_axis(lambda line: line.sum(), 0, x) · linspace(0, x, 4)
"""
"""Contas que somam: o erro é relativo ao tamanho das parcelas, e valores difíceis dependem da ordem delas."""

REFUSED = {
    "c": "histogram(x, bins=4, range=(-5, 5))",
    "b": """
    round(x) · round(x, 1) · around(x) · percentile(x, 30) · quantile(x, [0.25, 0.5], axis=-1)
    """,
    "O": """
    round(x) · round(x, 1) · around(x) · percentile(x, 30) · quantile(x, [0.25, 0.5], axis=-1) · divmod(y, x)
    isclose(x, z, rtol=0.5) · pad(x, 1) · pad(x, (2, 1), mode="edge") · sum(x, where=m) · std(x, axis=-1)
    std(x, ddof=1) · average(x, weights=abs(y) + 1) · median(x) · median(x, axis=0) · vecdot(x, y)
    vecdot(x, z, axis=-1) · cov(x) · cov(x, ddof=0) · linspace(0, x, 4) · nanstd(x, axis=0)
    """,
}
"""Famílias que uma conta não toma, num dos dois lados: não há o que comparar."""

ANY_NAN = ("unique", "union1d", "setdiff1d", "setxor1d")
"""Funções que guardam um só dos complexos com `nan`: qual deles, muda de uma versão do NumPy para outra."""

ELSEWHERE = """
__array_namespace_info__ add_matrix_and_vector angle array2string array_repr array_str asanyarray ascontiguousarray
broadcast_shapes can_cast copy_flat copyto corrcoef cross dtype einsum empty empty_like format_float_positional
format_float_scientific from_dlpack frombuffer fromfile fromfunction fromiter frompyfunc geomspace get_printoptions
geterr gradient interp iscomplexobj isdtype isrealobj issubdtype iterable load loadtxt logspace matrix_dot
matrix_vector_dot may_share_memory min_scalar_type naive_add naive_relu ndenumerate piecewise printoptions
promote_types save savetxt savez savez_compressed select set_printoptions seterr shares_memory unbroadcast unique_all
unique_inverse unique_values vector_dot
"""
"""Funções que não são uma conta de tensores, que o NumPy não tem ou que ele responde em outra ordem: cada uma tem o
seu teste."""


def name_of(call: str) -> str:
    """Nome da função de uma conta: `sum`, de `sum(x, axis=0)`."""
    found = re.search(r"(\w+)[(\[]", call)
    assert found
    return found[1]


def calls(text: str) -> list[str]:
    """As contas de um texto, das funções que o pacote oferece."""
    found = [call.strip() for call in re.split("·|\n", text) if call.strip()]
    return [call for call in found if name_of(call) in reference.__all__]


CALLS = calls(EXACT) + calls(SUMS)
VALUES: dict[str, int] = {}
"""Quantos resultados de cada conta foram comparados, fora os erros."""


@lru_cache
def operands(case: str, dtype: str, domain: tuple[float, float] = (-10, 10)) -> dict[str, Pair]:
    """Os quatro operandos de um caso."""
    base, layout = CASES[case]
    seed = 100 * list(CASES).index(case) + DTYPES.index(dtype)
    x = Pair(fill(base, dtype, seed, "difíceis" in case, domain), layout)
    shape, other = x.theirs.shape, DTYPES[(seed * 7) % 11]
    y = Pair(fill(base, dtype, seed + 5000, "difíceis" in case, domain), layout)
    z = Pair(fill(shape[1:], other, seed + 7000, False, domain))
    return {"x": x, "y": y, "z": z, "m": Pair(fill(shape, "bool", seed, False, None))}


def count(name: str, call: str, compare: Any) -> None:
    """Faz a comparação e anota se foi de valores ou de erros."""
    found = COUNTS.setdefault(name, Count())
    before = found.errors
    compare()
    VALUES[call] = VALUES.get(call, 0) + (found.errors == before)


def evaluate(code: CodeType, names: str, xp: Any, *found: Any) -> Any:
    return eval(code, dict(vars(xp)) | dict(zip(names, found)))


@pytest.mark.filterwarnings("ignore")  # o NumPy avisa da média do vazio; o que se compara é o que ele responde
@pytest.mark.parametrize("call", CALLS)
def test_every_call_in_every_dtype_and_layout(call: str) -> None:
    code, name, sums = compile(call, call, "eval"), name_of(call), call in calls(SUMS)
    names = "".join(letter for letter in "xyzm" if re.search(rf"\b{letter}\b", call))
    refused = [dtype for kind in REFUSED if call in calls(REFUSED[kind]) for dtype in KINDS[kind]]
    for dtype in DTYPES:
        for case in CASES if dtype not in refused else ():
            if not ("difíceis" in case and (sums or (dtype in KINDS["c"] and name in ANY_NAN))):
                pairs = [operands(case, dtype)[letter] for letter in names]
                job = partial(agree, name, partial(evaluate, code, names), *pairs, scale=1000 * sums)
                count(name, call, job)


def compare(operation: Operation, pairs: tuple[Pair, ...]) -> None:
    """Compara com o NumPy, tirando do caminho o que nele depende do processador ou do jeito de chamar."""
    bases = [pair.base for pair in pairs]
    if operation.name == "reciprocal" and bases[0].dtype.kind in "iu":
        bases[0][bases[0] == 0] = 1  # 1 // 0 entre inteiros: cada processador dá a sua resposta
    if operation.name == "pow" and object in [base.dtype for base in bases]:
        for base in bases:
            base[...] = numpy.where(abs(base) > 100, 3, base)  # 2**70 elevado a 2**70 não cabe no mundo
    if operation.name == "pow" and bases[1].dtype.kind == "f":
        bases[1][bases[1] == 0.5] = 0.75  # com o expoente 0.5, o NumPy às vezes troca a potência pela raiz
    scale: Any = 0
    if operation.name in ("pow", "divide") and any(base.dtype.kind == "c" for base in bases):
        for base in bases:  # o que estoura no meio da conta, cada biblioteca de matemática diz a seu modo
            size = abs(base.astype(complex))
            base[~(size < (15 if operation.name == "pow" else 1e6)) | ((size < 1e-6) & (size > 0))] = 1
        rough = operation.name == "pow" and "complex64" in [base.dtype for base in bases]
        check_operation(operation, pairs, rtol=2e-5 if rough else None)
        return
    if operation.name == "sign" and bases[0].dtype.kind == "c":
        bases[0][numpy.isnan(bases[0])] = 1  # o padrão pede `nan`; o NumPy, do infinito com `nan`, dá ±1
    if operation.kinds == "fc" and operation.name != "rint" and bases[0].dtype.kind == "c":
        (base,) = bases  # os cantos, em que cada biblioteca escolhe um sinal, estão em test_complex_functions
        tiny = 0.1 if operation.name in ("expm1", "log1p") else 0  # e perto de zero o NumPy perde algarismos
        base[~numpy.isfinite(base) | (abs(base) < tiny)] = 1.5
        check_operation(operation, pairs, rtol=2e-4 if (operation.name, base.dtype) == ("exp2", "complex64") else None)
        return
    if operation.name == "logaddexp" and not any(base.dtype.kind == "c" for base in bases):
        scale = 1 + sum(numpy.fmin(abs(pair.theirs.astype(float)), 1e300) for pair in pairs)
        scale = numpy.nan_to_num(scale)
    if operation.name in ("maximum", "minimum"):  # entre 0.0 e -0.0, cada processador escolhe o seu

        def extreme(xp: Any) -> Any:
            x = [pair.ours if xp is reference else pair.theirs for pair in pairs]
            z = operation(*x) if xp is reference else getattr(numpy, operation.numpy)(*x)
            return (xp.add(z, 0) if z.dtype.kind in "fc" else z) if hasattr(z, "dtype") else z

        same_error(lambda: extreme(reference), lambda: extreme(numpy), name=operation.name)
        return
    check_operation(operation, pairs, scale=scale)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_every_operation_in_every_dtype_and_layout(name: str) -> None:
    operation = OPERATIONS[name]
    for dtype in DTYPES if "O" in operation.kinds else DTYPES[:-1]:
        for case in CASES:
            found = operands(case, dtype, operation.domain)
            for letters in ["x"] if operation.nin == 1 else ["xy", "xz"]:
                pairs = tuple(Pair(found[letter].base.copy(), found[letter].layout) for letter in letters)
                count(name, name, partial(compare, operation, pairs))


@pytest.mark.parametrize("values", [special_values, common_values])
@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_every_value_with_every_other_in_every_dtype(name: str, values: Callable[[str], numpy.ndarray]) -> None:
    operation = OPERATIONS[name]
    for types in product(DTYPES if "O" in operation.kinds else DTYPES[:-1], repeat=operation.nin):
        grid = [values(dtype).copy() for dtype in types]
        if operation.nin == 2:
            grid[0] = grid[0].reshape(-1, 1)
        count(name, name, partial(compare, operation, tuple(Pair(x) for x in grid)))


# A própria tabela


def test_every_public_function_is_in_the_table() -> None:
    functions = {name for name in reference.__all__ if isfunction(getattr(reference, name))}
    missing = functions - {name_of(call) for call in CALLS} - set(ELSEWHERE.split())
    assert not missing, "acrescente a CALLS uma conta de cada uma, ou diga em ELSEWHERE que o teste dela é outro"


def test_every_call_compares_values() -> None:
    if VALUES.keys() != {*CALLS, *OPERATIONS}:
        pytest.skip("só parte da tabela foi comparada desta vez")
    print(f"{sum(VALUES.values())} comparações de valores")
    assert sum(VALUES.values()) >= 20_000
    assert not [call for call, values in VALUES.items() if values < len(DTYPES)]
