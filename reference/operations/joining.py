"""Juntar tensores: emendar ao longo de um eixo que já existe, ou empilhar ao longo de um novo."""

from collections.abc import Sequence
from typing import Any

from reference.operations.reductions import normalize_axes
from reference.operations.reshaping import expand_dims, ravel
from reference.tensors.assignment import assign
from reference.tensors.creation import asarray
from reference.tensors.dtypes import can_cast, result_type
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.tensor import Tensor, empty_tensor


def check_joinable(parts: Sequence[Tensor], axis: int) -> int:
    """Eixo da emenda, contado do começo, se as formas só diferirem nele.

    Raises:
        ValueError: Se não houver o que emendar, ou se as formas não combinarem.
    """
    if not parts:
        raise ValueError("concat: é preciso ao menos um tensor")
    if not parts[0].ndim:
        raise ValueError("concat: um tensor sem eixos não tem por onde se emendar; use stack")
    (along,) = normalize_axes("concat", axis, parts[0].ndim)
    rests = {(x.ndim, x.shape[:along], x.shape[along + 1 :]) for x in parts}
    if len(rests) > 1:
        shapes = ", ".join(str(x.shape) for x in parts)
        raise ValueError(f"concat: fora do eixo {along}, as formas têm de ser iguais, e são {shapes}")
    return along


# --8<-- [start:concat]
def concat(
    tensors: Sequence[Any], /, axis: int | None = 0, out: Any = None, *, dtype: Any = None, casting: str = "same_kind"
) -> Tensor:
    """Tensores emendados ao longo de um eixo que já existe.

    Args:
        tensors: Sequência de tensores de mesma forma, salvo no eixo `axis`.
        axis: Eixo ao longo do qual se emendam; `None` os enfileira antes.
        out: Tensor que recebe o resultado.
        dtype: Tipo do resultado; sem ele, o da promoção.
        casting: Que conversões são aceitas.

    Raises:
        ValueError: Se não houver nenhum, ou se as formas não combinarem.
        TypeError: Se a conversão não for aceita, ou se vierem `out` e `dtype`.

    Examples:
        >>> concat([[[1, 2]], [[3, 4], [5, 6]]])
        array([[1, 2],
               [3, 4],
               [5, 6]])

    [Notas: Broadcasting; Concatenação]
    """
    parts = [asarray(x) if axis is not None else ravel(x) for x in tensors]
    along = check_joinable(parts, axis or 0)
    shape = list(parts[0].shape)
    shape[along] = sum(x.shape[along] for x in parts)
    target = result_type(*parts) if dtype is None else dtype_named(dtype)
    if out is None:
        out = empty_tensor(tuple(shape), target)
    elif dtype is not None or out.shape != tuple(shape):
        error = TypeError if dtype is not None else ValueError
        raise error(f"concat: out já diz o tipo, e a forma tem de ser {tuple(shape)}")
    start = 0
    for x in parts:
        if not can_cast(x.dtype, out.dtype, casting):
            raise TypeError(f"concat: {x.dtype} não pode ser guardado em {out.dtype} (casting={casting!r})")
        assign(out.view_as(x.shape, out.steps, out.offset + start * out.steps[along]), x)
        start += x.shape[along]
    return out  # type: ignore[no-any-return]
# --8<-- [end:concat]


# --8<-- [start:stack]
def stack(tensors: Sequence[Any], /, axis: int = 0, out: Any = None, *, dtype: Any = None) -> Tensor:
    """Tensores de mesma forma empilhados ao longo de um eixo novo.

    Args:
        tensors: Sequência de tensores de mesma forma.
        axis: Posição do eixo novo no resultado.
        out: Tensor que recebe o resultado.
        dtype: Tipo do resultado; sem ele, o da promoção.

    Raises:
        ValueError: Se não houver nenhum, ou se as formas não forem todas iguais.

    Examples:
        >>> stack([[1, 2], [3, 4]], axis=1)
        array([[1, 3],
               [2, 4]])

    [Notas: Lotes]
    """
    parts = [asarray(x) for x in tensors]
    if len({x.shape for x in parts}) != 1:
        raise ValueError(f"stack: espera tensores de mesma forma, e as formas são {[x.shape for x in parts]}")
    return concat([expand_dims(x, axis) for x in parts], axis, out, dtype=dtype)
# --8<-- [end:stack]
