"""Criar tensores: de números e listas, de um valor só, ou da memória de outro objeto."""

import operator
from typing import Any

from reference.tensors.assignment import assign
from reference.tensors.casting import cast, fit, pack
from reference.tensors.dtypes import DType, can_cast, float64, object_
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import Shape, size_of, stretch
from reference.tensors.nested import flatten, infer, is_sequence, nested_shape
from reference.tensors.sharing import element_type, foreign_memory
from reference.tensors.tensor import Scalar, Tensor, empty_tensor, from_values


def as_shape(shape: Any) -> Shape:
    """Forma como tupla de inteiros; um inteiro sozinho é a forma de um vetor.

    Raises:
        TypeError: Se algum tamanho não for inteiro.
        ValueError: Se algum tamanho for negativo.

    Examples:
        >>> as_shape(3), as_shape([2, 3])
        ((3,), (2, 3))
    """
    several = is_sequence(shape) and getattr(shape, "shape", None) != ()
    try:
        lengths = tuple(map(operator.index, shape if several else (shape,)))
    except TypeError:
        raise TypeError(f"forma: {shape!r} não é um inteiro nem uma sequência de inteiros") from None
    if any(n < 0 for n in lengths):
        raise ValueError(f"forma: {lengths} tem um tamanho negativo")
    return lengths


def check_device(device: str | None) -> None:
    """Confere que `device` é o único que existe.

    Raises:
        ValueError: Se não for `None` nem `"cpu"`.
    """
    if device not in (None, "cpu"):
        raise ValueError(f"device: {device!r} não existe aqui; o único é 'cpu'")


# --8<-- [start:fill]
def fill(target: Tensor, data: Any) -> None:
    """Põe em `target` os números de listas aninhadas da mesma forma, linha por linha."""
    if isinstance(data, Tensor):
        assign(target, data)
    elif target.ndim == 1:
        line = cast(flatten(data, 1), object_, target.dtype)
        target.storage[stretch(target.offset, target.size, 1)] = pack(line, target.dtype)
    else:
        for row, part in zip(target, data):
            fill(row, part)
# --8<-- [end:fill]


def from_lists(data: Any, wanted: DType | None) -> Tensor:
    """Tensor novo com os números de listas aninhadas, do tipo `wanted` ou do menor em que cabem todos."""
    if isinstance(data, memoryview):
        wanted, data = wanted or element_type(data), data.tolist()
    shape = nested_shape(data, ragged=wanted is object_)
    target = wanted or infer(data) or float64
    if not shape:
        return from_values([fit(data, target)], (), target)
    result = empty_tensor(shape, target)
    fill(result, data)
    return result


def asarray(data: Any, dtype: Any = None, *, device: str | None = None, copy: bool | None = None) -> Tensor:
    """Tensor com os valores de `data`, sem copiar se já for um.

    Args:
        data: Número, listas aninhadas, tensor, ou objeto que ofereça a sua memória (`bytes`, `array.array`, NumPy).
        dtype: Tipo dos elementos; sem ele, o menor em que cabem todos.
        device: `None` ou `"cpu"`.
        copy: `True` copia sempre, `False` nunca (e se não puder, é um erro), `None` só se precisar.

    Raises:
        ValueError: Se as listas não tiverem todas o mesmo tamanho, ou se `copy=False` pedir o impossível.
        TypeError: Se houver texto.
        OverflowError: Se um inteiro do Python não couber em `dtype`.

    Examples:
        >>> x = asarray([[1, 2], [3, 4]])
        >>> asarray(x) is x
        True

    [Notas: Tensores]
    """
    check_device(device)
    wanted = None if dtype is None else dtype_named(dtype)
    if not isinstance(data, Tensor):
        memory = None if isinstance(data, list | tuple | int | float | complex) else foreign_memory(data, copy)
        if memory is None:
            if copy is False:
                raise ValueError("asarray: com copy=False, só de quem empresta a sua memória; o resto é copiado")
            return from_lists(data, wanted)
        data = Tensor(*memory[:-1], base=data, writeable=memory.writeable)
    x: Tensor = data
    if not isinstance(x, Scalar) and not copy and (wanted is None or wanted is x.dtype):
        return x
    if copy is False:
        raise ValueError(f"asarray: com copy=False não se pode passar de {x.dtype} para {wanted or x.dtype}")
    return astype(x, wanted or x.dtype)


def array(data: Any, dtype: Any = None, *, copy: bool | None = True, ndmin: int = 0) -> Tensor:
    """Tensor novo com os valores de `data`.

    Args:
        data: Número, listas aninhadas ou tensor.
        dtype: Tipo dos elementos; sem ele, o menor em que cabem todos.
        copy: Como em `asarray`; por padrão, copia.
        ndmin: Número mínimo de eixos; os que faltam são postos na frente, com tamanho 1.

    Raises:
        ValueError: Se as listas não tiverem todas o mesmo tamanho.
        TypeError: Se houver texto.
        OverflowError: Se um inteiro do Python não couber em `dtype`.

    Examples:
        >>> array([[1, 2, 3], [4, 5, 6]])
        array([[1, 2, 3],
               [4, 5, 6]])
        >>> array([1, 2.5])
        array([1. , 2.5])

    [Notas: Tensores; Formato do array]
    """
    result = asarray(data, dtype, copy=copy)
    missing = ndmin - result.ndim
    return result[(None,) * missing] if missing > 0 else result


def full(shape: Any, fill_value: Any, dtype: Any = None, *, device: str | None = None) -> Tensor:
    """Tensor com todos os elementos iguais a `fill_value`.

    Args:
        shape: Inteiro ou tupla de inteiros.
        fill_value: Número (ou tensor que se repita até `shape`).
        dtype: Tipo dos elementos; sem ele, o de `fill_value`.
        device: `None` ou `"cpu"`.

    Examples:
        >>> full((2, 2), 7)
        array([[7, 7],
               [7, 7]])
    """
    check_device(device)
    value = asarray(fill_value, dtype if type(fill_value) is int else None)
    kind, shape = value.dtype if dtype is None else dtype_named(dtype), as_shape(shape)
    if value.ndim:
        result = empty_tensor(shape, kind)
        assign(result, value)
        return result
    return from_values(cast([value.item()], value.dtype, kind) * size_of(shape), shape, kind)


def zeros(shape: Any, dtype: Any = float64, *, device: str | None = None) -> Tensor:
    """Tensor de zeros.

    Examples:
        >>> zeros((2, 3))
        array([[0., 0., 0.],
               [0., 0., 0.]])

    [Notas: Criação de tensores]
    """
    check_device(device)
    return empty_tensor(as_shape(shape), dtype_named(dtype))


def ones(shape: Any, dtype: Any = float64, *, device: str | None = None) -> Tensor:
    """Tensor de uns.

    Examples:
        >>> ones(3, dtype="int8")
        array([1, 1, 1], dtype=int8)

    [Notas: Criação de tensores]
    """
    return full(shape, 1, dtype_named(dtype), device=device)


def empty(shape: Any, dtype: Any = float64, *, device: str | None = None) -> Tensor:
    """Tensor para ser preenchido depois. (No NumPy vem com o que houver na memória; aqui vem zerado.)

    Examples:
        >>> empty((3, 2)).shape
        (3, 2)
    """
    return zeros(shape, dtype, device=device)


def full_like(x: Any, fill_value: Any, dtype: Any = None, *, shape: Any = None, device: str | None = None) -> Tensor:
    """Tensor com a forma e o tipo de `x` e todos os elementos iguais a `fill_value`.

    Examples:
        >>> full_like(array([1.5, 2.5]), 3)
        array([3., 3.])
    """
    x = x if isinstance(x, Tensor) else asarray(x)
    return full(x.shape if shape is None else shape, fill_value, x.dtype if dtype is None else dtype, device=device)


def zeros_like(x: Any, dtype: Any = None, *, shape: Any = None, device: str | None = None) -> Tensor:
    """Zeros com a forma e o tipo de `x`.

    Examples:
        >>> zeros_like(array([[1, 2], [3, 4]]))
        array([[0, 0],
               [0, 0]])
    """
    x = x if isinstance(x, Tensor) else asarray(x)
    return zeros(x.shape if shape is None else shape, x.dtype if dtype is None else dtype, device=device)


def ones_like(x: Any, dtype: Any = None, *, shape: Any = None, device: str | None = None) -> Tensor:
    """Uns com a forma e o tipo de `x`.

    Examples:
        >>> ones_like(array([0.5, 2.0]))
        array([1., 1.])
    """
    return full_like(x, 1, dtype, shape=shape, device=device)


def empty_like(x: Any, dtype: Any = None, *, shape: Any = None, device: str | None = None) -> Tensor:
    """Tensor para ser preenchido depois, com a forma e o tipo de `x`; vem zerado.

    Examples:
        >>> empty_like(array([1, 2])).dtype
        dtype('int64')
    """
    return zeros_like(x, dtype, shape=shape, device=device)


# --8<-- [start:eye]
def eye(
    n_rows: int, n_cols: int | None = None, k: int = 0, dtype: Any = float64, *, device: str | None = None
) -> Tensor:
    """Matriz com uns na diagonal `k` e zeros fora dela; a matriz identidade, se for quadrada e `k=0`.

    Examples:
        >>> eye(3, dtype=int)
        array([[1, 0, 0],
               [0, 1, 0],
               [0, 0, 1]])
    """
    matrix = zeros((n_rows, n_rows if n_cols is None else n_cols), dtype_named(dtype), device=device)
    for i in range(matrix.shape[0]):
        if 0 <= i + k < matrix.shape[1]:
            matrix[i, i + k] = 1
    return matrix
# --8<-- [end:eye]


def identity(n: int, dtype: Any = float64) -> Tensor:
    """Matriz identidade n×n.

    Examples:
        >>> identity(2)
        array([[1., 0.],
               [0., 1.]])
    """
    return eye(n, dtype=dtype)


def astype(x: Any, dtype: Any, /, *, casting: str = "unsafe", copy: bool = True, device: str | None = None) -> Tensor:
    """Os mesmos valores, em outro tipo.

    De ponto flutuante para inteiro, a parte fracionária é cortada; inteiro que não cabe dá a volta; de complexo para
    real, a parte imaginária se perde, com um aviso.

    Args:
        x: Tensor.
        dtype: Tipo do resultado.
        casting: Que conversões são aceitas, como em `can_cast`.
        copy: Com `False`, devolve o próprio `x` se o tipo já for esse.
        device: `None` ou `"cpu"`.

    Raises:
        TypeError: Se a regra `casting` não permitir a conversão.

    Examples:
        >>> astype(array([1.7, -1.7, 300.2]), "uint8")
        array([  1, 255,  44], dtype=uint8)

    [Notas: Tipos de dados]
    """
    check_device(device)
    source: Tensor = x if isinstance(x, Tensor) else asarray(x)
    target = dtype_named(dtype)
    if not can_cast(source, target, casting):
        raise TypeError(f"astype: a regra {casting!r} não permite passar de {source.dtype} para {target}")
    if not copy and target is source.dtype:
        return source
    result = empty_tensor(source.shape, target)
    assign(result, source)
    return result


def copy(x: Any) -> Tensor:
    """Cópia: os mesmos valores em memória própria, linha a linha.

    Examples:
        >>> x = array([1, 2, 3])
        >>> y = copy(x)
        >>> y[0] = 10
        >>> x
        array([1, 2, 3])
    """
    return array(x)
