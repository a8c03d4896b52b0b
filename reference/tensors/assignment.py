"""Atribuição: o que entra na memória em `x[…] = y`, e por que nada muda se algo der errado.

O que vem de listas e números do Python é conferido antes; o que vem de outro tensor é convertido, linha por linha. Se
os dois lados são a mesma memória, o de cá é copiado antes, para que ninguém leia o que acabou de escrever.
"""

from typing import Any

from reference.tensors.casting import cast, fit, pack
from reference.tensors.complexes import Pairs
from reference.tensors.dtypes import DType
from reference.tensors.layout import broadcast_steps, contiguous_steps, lines, read, stretch
from reference.tensors.nested import is_sequence


def element(value: Any, dtype: DType) -> Any:
    """`value` como um elemento do tipo `dtype`, pronto para entrar na memória.

    Raises:
        ValueError: Se `value` for uma lista ou um tensor com eixos.
        OverflowError: Se um inteiro do Python não couber em `dtype`.

    Examples:
        >>> element(2.7, int64), element(array([1, 2])[0], float64)
        (2, 1.0)
    """
    if dtype.kind == "O":
        return value
    if getattr(value, "shape", ()) or (is_sequence(value) and not hasattr(value, "shape")):
        raise ValueError("atribuição: uma sequência não cabe na casa de um número")
    if getattr(value, "immutable", True):  # número do Python ou escalar
        return fit(value, dtype)
    return pack(cast([value.item()], value.dtype, dtype), dtype)[0]


def as_operand(value: Any, target: Any) -> Any:
    """`value` como tensor, para entrar em `target`; o que vem do Python é conferido no tipo dele.

    Raises:
        ValueError: Se `value` forem listas com mais níveis que os eixos de `target`.
        OverflowError: Se um inteiro do Python não couber no tipo de `target`.
    """
    asarray = target.__array_namespace__().asarray
    if hasattr(value, "dtype"):
        return asarray(value)
    operand = asarray(value, target.dtype)
    if operand.ndim > target.ndim:
        raise ValueError(f"atribuição: listas de {operand.ndim} níveis não cabem em {target.ndim} eixo(s)")
    return operand


def same_memory(a: Any, b: Any) -> bool:
    """Se duas fileiras de memória são do mesmo objeto.

    Examples:
        >>> x = zeros(4)
        >>> same_memory(x.storage, x[2:].storage), same_memory(x.storage, x.copy().storage)
        (True, False)
    """
    return a is b or getattr(a, "obj", a) is getattr(b, "obj", b)


# --8<-- [start:assign]
def assign(target: Any, source: Any) -> None:
    """Copia o tensor `source`, repetido até a forma de `target`, para dentro de `target`, convertendo o tipo.

    Raises:
        ValueError: Se as formas não combinarem; nada terá mudado.

    Examples:
        >>> x = zeros((2, 3))
        >>> assign(x, array([1, 2, 3]))
        >>> x
        array([[1., 2., 3.],
               [1., 2., 3.]])
    """
    storage, kind, shape, steps, offset = source.storage, source.dtype, source.shape, source.steps, source.offset
    if same_memory(storage, target.storage) or kind.kind == "O":
        # Na mesma memória, leríamos o que acabamos de escrever; e um objeto pode não virar número: melhor saber antes.
        storage = pack(cast(source.elements(), kind, target.dtype), target.dtype)
        storage = storage if isinstance(storage, list | Pairs) else memoryview(storage)
        kind, steps, offset = target.dtype, contiguous_steps(shape), 0
    while len(shape) > target.ndim and shape[0] == 1:  # eixos de tamanho 1 que sobram na frente não contam
        shape, steps = shape[1:], steps[1:]
    walk = broadcast_steps(shape, steps, target.shape)
    length, (to, by), starts = lines(target.shape, (target.offset, target.steps), (offset, walk))
    for there, here in starts:
        if by and kind is target.dtype:
            line = storage[stretch(here, length, by)]
        else:
            line = pack(cast(read(storage, here, length, by), kind, target.dtype), target.dtype)
        target.storage[stretch(there, length, to)] = line
# --8<-- [end:assign]
