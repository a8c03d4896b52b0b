r"""Linha a linha: operações em que cada linha de números vira outra linha.

A soma acumulada de uma linha é outra linha; a linha em ordem também. O laço é um só: percorre todas as linhas que
correm ao longo de um eixo, entrega cada uma à regra e guarda o que ela devolve.
"""

import operator
from collections.abc import Callable
from itertools import product
from typing import Any

from reference.operations.elementwise import subtract
from reference.operations.joining import concat
from reference.operations.reductions import deliver, normalize_axes, wide
from reference.operations.reshaping import moveaxis, ravel, reshape
from reference.tensors.assignment import assign
from reference.tensors.casting import cast, pack
from reference.tensors.creation import asarray, full, zeros
from reference.tensors.dtypes import DType, result_type
from reference.tensors.layout import offsets, read, stretch
from reference.tensors.tensor import Tensor, empty_tensor

Rule = Callable[[list[Any]], list[Any]]
"""Recebe uma linha, como lista de números, e devolve outra."""


# --8<-- [start:along_axis]
def along_axis(
    name: str, x: Tensor, axis: int, rule: Rule, kind: DType, result: DType | None = None, width: int | None = None
) -> Tensor:
    """O laço das operações de linha: a regra aplicada a cada linha que corre ao longo do eixo.

    Args:
        name: Nome da operação, para as mensagens de erro.
        x: Tensor de ao menos um eixo.
        axis: Eixo ao longo do qual as linhas correm.
        rule: A regra; todas as linhas que ela devolve têm o mesmo tamanho.
        kind: Tipo a que os elementos são convertidos antes da conta.
        result: Tipo do resultado, se for outro.
        width: Tamanho de uma linha do resultado, se for outro.

    Raises:
        AxisError: Se `x` não tiver o eixo.

    Examples:
        >>> x = array([[1, 2, 3], [4, 5, 6]])
        >>> along_axis("inverte", x, 1, lambda line: line[::-1], x.dtype)
        array([[3, 2, 1],
               [6, 5, 4]])
    """
    (axis,) = normalize_axes(name, axis, x.ndim)
    rows = moveaxis(x, axis, -1)
    length, step = rows.shape[-1], rows.steps[-1]
    width = length if width is None else width
    out = empty_tensor((*rows.shape[:-1], width), result or kind)
    for k, place in enumerate(offsets(rows.shape[:-1], rows.steps[:-1], rows.offset)):
        line = cast(read(rows.storage, place, length, step), x.dtype, kind)
        out.storage[stretch(k * width, width, 1)] = pack(rule(line), out.dtype)
    return moveaxis(out, -1, axis)
# --8<-- [end:along_axis]


def flat_or(x: Any, axis: int | None) -> tuple[Tensor, int]:
    """O tensor e o eixo; sem eixo, o tensor enfileirado. De um escalar aceita-se o eixo 0."""
    x = asarray(x)
    return (ravel(x), 0) if axis is None or (x.ndim == 0 and axis in (0, -1)) else (x, axis)


# --8<-- [start:running]
def running(operation: Callable[[Any, Any], Any], line: list[Any], kind: DType) -> list[Any]:
    """Cada elemento combinado com o resultado anterior, que a cada passo é guardado no tipo da conta.

    Examples:
        >>> running(operator.add, [1, 2, 3, 4], np.dtype("int64"))
        [1, 3, 6, 10]
    """
    results = line[:1]
    for value in line[1:]:
        results.append(pack([operation(results[-1], value)], kind)[0])
    return results
# --8<-- [end:running]


def accumulate(name: str, operation: Any, x: Any, axis: int | None, dtype: Any, out: Any) -> Any:
    """O laço e a regra, juntos."""
    x, along = flat_or(x, axis)
    kind = wide(x, dtype)
    return deliver(name, along_axis(name, x, along, lambda line: running(operation, line, kind), kind), out)


def cumsum(x: Any, axis: int | None = None, dtype: Any = None, out: Any = None) -> Any:
    r"""Soma acumulada: cada elemento é a soma dele com todos os anteriores, $z_i = \sum_{j \le i} x_j$.

    Args:
        x: Tensor.
        axis: Eixo ao longo do qual se acumula; `None` enfileira antes.
        dtype: Tipo em que se soma; sem ele, como em `sum`.
        out: Tensor que recebe o resultado.

    Returns:
        Tensor com a forma de `x`; sem `axis`, um vetor.

    Raises:
        AxisError: Se `x` não tiver o eixo.

    Examples:
        >>> cumsum([1, 2, 3, 4])
        array([ 1,  3,  6, 10])
        >>> cumsum([[1, 2], [3, 4]], axis=0)
        array([[1, 2],
               [4, 6]])
    """
    return accumulate("cumsum", operator.add, x, axis, dtype, out)


def cumprod(x: Any, axis: int | None = None, dtype: Any = None, out: Any = None) -> Any:
    r"""Produto acumulado: $z_i = \prod_{j \le i} x_j$. Os argumentos são os de `cumsum`.

    Examples:
        >>> cumprod([1, 2, 3, 4])
        array([ 1,  2,  6, 24])
    """
    return accumulate("cumprod", operator.mul, x, axis, dtype, out)


def cumulative_sum(
    x: Any, /, *, axis: int | None = None, dtype: Any = None, out: Any = None, include_initial: bool = False
) -> Any:
    """`cumsum` com o nome do padrão Array API; com `include_initial`, a linha começa por 0.

    Raises:
        ValueError: Sem `axis`, se houver mais de um eixo.

    Examples:
        >>> cumulative_sum([1, 2, 3], include_initial=True)
        array([0, 1, 3, 6])
    """
    return cumulate("cumulative_sum", cumsum, 0, x, axis, dtype, out, include_initial)


def cumulative_prod(
    x: Any, /, *, axis: int | None = None, dtype: Any = None, out: Any = None, include_initial: bool = False
) -> Any:
    """`cumprod` com o nome do padrão Array API; com `include_initial`, a linha começa por 1.

    Raises:
        ValueError: Sem `axis`, se houver mais de um eixo.

    Examples:
        >>> cumulative_prod([2, 3], include_initial=True)
        array([1, 2, 6])
    """
    return cumulate("cumulative_prod", cumprod, 1, x, axis, dtype, out, include_initial)


def cumulate(
    name: str, function: Any, first: int, x: Any, axis: int | None, dtype: Any, out: Any, initial: bool
) -> Any:
    """Acumula ao longo de um eixo, com o valor inicial na frente se for pedido."""
    x = asarray(x)
    if axis is None and x.ndim > 1:
        raise ValueError(f"{name}: é preciso dizer o eixo, porque a forma é {x.shape}")
    result = function(x, 0 if axis is None else axis, dtype)
    if initial:
        (along,) = normalize_axes(name, axis or 0, result.ndim)
        start = full((*result.shape[:along], 1, *result.shape[along + 1 :]), first, result.dtype)
        result = concat([start, result], axis=along)
    return deliver(name, result, out)


# --8<-- [start:diff]
def diff(x: Any, n: int = 1, axis: int = -1, prepend: Any = None, append: Any = None) -> Any:
    r"""Diferenças entre vizinhos, $z_i = x_{i+1} - x_i$, tomadas `n` vezes.

    Args:
        x: Tensor de ao menos um eixo.
        n: Quantas vezes.
        axis: Eixo ao longo do qual estão os vizinhos.
        prepend: O que se põe antes do começo da linha: um número, ou um tensor.
        append: O que se põe depois do fim.

    Returns:
        Tensor com `n` elementos a menos no eixo; de booleanos, se os vizinhos são diferentes.

    Raises:
        ValueError: Se `n` for negativo, ou se `x` não tiver eixos.

    Examples:
        >>> diff([1, 4, 9, 16]), diff([1, 4, 9, 16], n=2)
        (array([3, 5, 7]), array([2, 2]))
        >>> diff([1, 4, 9, 16], prepend=0)
        array([1, 3, 5, 7])
    """
    if n == 0:
        return x
    x = asarray(x)
    if n < 0 or not x.ndim:
        raise ValueError(f"diff: toma diferenças ao menos 0 vezes, num tensor com eixos; n={n} e a forma é {x.shape}")
    (axis,) = normalize_axes("diff", axis, x.ndim)
    ends = [end if end is None else as_slice(end, x, axis) for end in (prepend, append)]
    x = concat([part for part in (ends[0], x, ends[1]) if part is not None], axis=axis)
    before = (slice(None),) * axis
    for _ in range(n):
        later, earlier = x[(*before, slice(1, None))], x[(*before, slice(None, -1))]
        x = later != earlier if x.dtype.kind == "b" else subtract(later, earlier)
    return x
# --8<-- [end:diff]


def as_slice(value: Any, x: Tensor, axis: int) -> Tensor:
    """O valor que se emenda a `x`: um número se repete por uma fatia inteira; um tensor vai como está."""
    end = asarray(value)
    return end if end.ndim else full((*x.shape[:axis], 1, *x.shape[axis + 1 :]), end, end.dtype)


# --8<-- [start:convolve]
def convolve(x: Any, kernel: Any, mode: str = "full") -> Tensor:
    r"""Convolução de dois vetores: $z_n = \sum_m x_{n-m}\,k_m$.

    Cada elemento do núcleo põe no resultado uma cópia de `x`, multiplicada por ele e deslocada até a posição dele.

    Args:
        x: Vetor de forma (n,).
        kernel: Vetor de forma (m,), o núcleo.
        mode: `"full"` (todo ponto em que os dois se tocam: $n + m - 1$), `"same"` (tantos quantos há no maior) ou
            `"valid"` (só onde o menor cabe inteiro).

    Raises:
        ValueError: Se um dos dois não for um vetor ou estiver vazio, ou se `mode` for outro.

    Examples:
        >>> convolve([1, 2, 3, 4], [1, -1], mode="valid")
        array([1, 1, 1])
        >>> convolve([1, 2, 3], [0, 1, 0.5])
        array([0. , 1. , 2.5, 4. , 1.5])
    """
    x, kernel = (reshape(v, (1,)) if v.ndim == 0 else v for v in (asarray(x), asarray(kernel)))
    if x.ndim != 1 or kernel.ndim != 1 or not x.size or not kernel.size:
        raise ValueError(f"convolve: espera dois vetores com elementos, e as formas são {x.shape} e {kernel.shape}")
    if mode not in ("full", "same", "valid"):
        raise ValueError(f"convolve: mode tem de ser 'full', 'same' ou 'valid', e não {mode!r}")
    if kernel.size > x.size:
        x, kernel = kernel, x
    full_size = zeros(x.size + kernel.size - 1, result_type(x, kernel))
    for m, weight in enumerate(kernel):
        full_size[m : m + x.size] += x * weight
    extra = kernel.size - 1
    left = {"full": 0, "same": extra // 2, "valid": extra}[mode]
    size = {"full": full_size.size, "same": x.size, "valid": x.size - extra}[mode]
    return full_size[left : left + size]  # type: ignore[no-any-return]
# --8<-- [end:convolve]


# --8<-- [start:correlate]
def correlate(x: Any, kernel: Any, mode: str = "valid") -> Tensor:
    r"""Correlação de dois vetores: $z_n = \sum_m x_{n+m}\,k_m$, o núcleo andando sobre `x` sem se inverter.

    É o que as redes chamam de convolução. Um núcleo de complexos entra conjugado. Os argumentos são os de `convolve`.

    Examples:
        >>> correlate([1, 2, 3, 4], [1, 10])
        array([21, 32, 43])
        >>> convolve([1, 2, 3, 4], [1, 10], mode="valid")
        array([12, 23, 34])
    """
    x, kernel = asarray(x), asarray(kernel)
    if x.ndim != 1 or kernel.ndim != 1 or not x.size or not kernel.size:
        raise ValueError(f"correlate: espera dois vetores com elementos, e as formas são {x.shape} e {kernel.shape}")
    if kernel.size > x.size:  # o menor é que anda, e o resultado sai de trás para a frente
        found = correlate(kernel, x, mode)[::-1]
        return found.conj() if found.dtype.kind == "c" else found  # type: ignore[no-any-return]
    return convolve(x, kernel.conj()[::-1] if kernel.dtype.kind == "c" else kernel[::-1], mode)
# --8<-- [end:correlate]


# --8<-- [start:apply_along_axis]
def apply_along_axis(function: Callable[..., Any], axis: int, x: Any, *args: Any, **options: Any) -> Tensor:
    """Qualquer função de vetor aplicada a cada linha que corre ao longo do eixo.

    Args:
        function: Recebe um vetor (e `args`) e devolve um número ou um tensor.
        axis: Eixo das linhas.
        x: Tensor.
        args: Outros argumentos da função.
        options: Outros argumentos da função, por nome.

    Returns:
        Tensor em que o eixo deu lugar aos eixos do que a função devolve.

    Raises:
        ValueError: Se não houver linha nenhuma.

    Examples:
        >>> apply_along_axis(lambda row: row.max() - row.min(), 1, array([[1, 5, 2], [9, 3, 4]]))
        array([4, 6])
    """
    x = asarray(x)
    (axis,) = normalize_axes("apply_along_axis", axis, x.ndim)
    rows = moveaxis(x, axis, -1)
    places = list(product(*map(range, rows.shape[:-1])))
    results = [asarray(function(rows[(*place, ...)], *args, **options)) for place in places]
    if not results:
        raise ValueError(f"apply_along_axis: não há linha nenhuma na forma {x.shape}")
    first = results[0]
    out = empty_tensor((*rows.shape[:-1], *first.shape), first.dtype)
    for place, result in zip(places, results):
        assign(out[(*place, ...)], result)
    new_axes = range(rows.ndim - 1, out.ndim)
    return moveaxis(out, tuple(new_axes), tuple(range(axis, axis + len(new_axes))))
# --8<-- [end:apply_along_axis]
