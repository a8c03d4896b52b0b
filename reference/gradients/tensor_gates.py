r"""Portas de tensores: somas, produtos de matrizes e mudanças de forma, que misturam ou mudam de lugar os elementos.

A derivada local de uma delas seria uma tabela enorme, a jacobiana, quase toda de zeros. Nenhuma a escreve: cada uma
sabe direto o que o gradiente vira. Somar se desfaz repetindo; repetir, somando; escolher, devolvendo ao lugar.
"""

from collections.abc import Sequence
from typing import Any

from reference.gradients.gates import Gate
from reference.operations.broadcasting import unbroadcast
from reference.operations.namespaces import array_namespace, as_value, device_of, reshaped, shape_of

Axis = int | tuple[int, ...] | None


def reduced_axes(axis: Axis, ndim: int) -> set[int]:
    """Que eixos uma redução junta.

    Examples:
        >>> reduced_axes(-1, 3), reduced_axes(None, 2)
        ({2}, {0, 1})
    """
    axes = range(ndim) if axis is None else (axis,) if isinstance(axis, int) else axis
    return {a % ndim for a in axes}


def with_kept_axes(x: Any, shape: Sequence[int], axis: Axis) -> Any:
    """O resultado de uma redução com os eixos reduzidos de volta, de tamanho 1, para que se repita até `shape`.

    Examples:
        >>> with_kept_axes(array([10, 20]), (2, 3), 1).shape
        (2, 1)
    """
    reduced = reduced_axes(axis, len(shape))
    return array_namespace(x).reshape(x, tuple(1 if a in reduced else n for a, n in enumerate(shape)))


# --8<-- [start:sum]
class SumGate(Gate):
    r"""Soma ao longo de eixos, $y = \sum_i x_i$: todo elemento somado recebe o gradiente da soma.

    Args:
        axis: Eixo ou eixos; `None` soma todos.
        keepdims: Se os eixos somados ficam, com tamanho 1.

    Examples:
        >>> gate = SumGate(axis=0)
        >>> gate.forward(array([[1.0, 2.0], [3.0, 4.0]]))
        array([4., 6.])
        >>> gate.backward(array([10.0, 20.0]))
        (array([[10., 20.],
               [10., 20.]]),)

    [Notas: Somas ao longo de eixos]
    """

    __slots__ = ("axis", "keepdims")

    def __init__(self, axis: Axis = None, keepdims: bool = False) -> None:
        self.axis, self.keepdims = axis, keepdims

    def compute(self, x: Any) -> Any:
        r"""$\sum_i x_i$."""
        return array_namespace(x).sum(x, axis=self.axis, keepdims=self.keepdims)

    def gradient(self, i: int, upstream: Any) -> Any:
        """O gradiente recebido, repetido até a forma da entrada."""
        shape = shape_of(self.inputs[0])
        if self.axis is not None and not self.keepdims:
            upstream = with_kept_axes(upstream, shape, self.axis)
        return array_namespace(upstream).broadcast_to(upstream, shape)
# --8<-- [end:sum]


class MaxOverGate(Gate):
    r"""Maior elemento ao longo de eixos, $y = \max_i x_i$: só o maior recebe o gradiente, dividido entre os empatados.

    Args:
        axis: Eixo ou eixos; `None` olha todos.
        keepdims: Se os eixos olhados ficam, com tamanho 1.

    Examples:
        >>> gate = MaxOverGate()
        >>> gate.forward(array([1.0, 5.0, 5.0, 2.0]))
        np.float64(5.0)
        >>> gate.backward(array(8.0))
        (array([0., 4., 4., 0.]),)
    """

    __slots__ = ("axis", "keepdims")

    def __init__(self, axis: Axis = None, keepdims: bool = False) -> None:
        self.axis, self.keepdims = axis, keepdims

    def compute(self, x: Any) -> Any:
        r"""$\max_i x_i$."""
        return array_namespace(x).max(x, axis=self.axis, keepdims=self.keepdims)

    def gradient(self, i: int, upstream: Any) -> Any:
        """O gradiente recebido, nos lugares do máximo."""
        x = self.inputs[0]
        xp = array_namespace(x)
        largest = xp.astype(x == with_kept_axes(self.output, x.shape, self.axis), x.dtype)
        return largest / xp.sum(largest, axis=self.axis, keepdims=True) * with_kept_axes(upstream, x.shape, self.axis)


# --8<-- [start:matmul]
class MatMulGate(Gate):
    r"""Produto de matrizes, $Z = X Y$: $\partial L/\partial X = G\,Y^T$ e $\partial L/\partial Y = X^T G$.

    As formas mandam: $G$ tem a de $Z$, e só há um jeito de multiplicá-la pela outra matriz que dê a de cada entrada.

    Examples:
        >>> gate = MatMulGate()
        >>> gate.forward(array([[1.0, 2.0]]), array([[3.0], [4.0]]))
        array([[11.]])
        >>> gate.backward(array([[10.0]]))
        (array([[30., 40.]]), array([[10.],
               [20.]]))

    [Notas: Tensor dot; Jacobianas]
    """

    __slots__ = ()

    def compute(self, x: Any, y: Any) -> Any:
        """$X Y$."""
        try:
            return x @ y
        except (TypeError, ValueError, RuntimeError) as error:  # cada biblioteca diz isto à sua maneira
            rule = "os tamanhos de dentro têm de ser iguais, e nenhum dos dois pode ser um número"
            raise type(error)(f"matmul: de formas {shape_of(x)} e {shape_of(y)}; {rule}") from error

    def gradient(self, i: int, upstream: Any) -> Any:
        """$G Y^T$ para a primeira entrada, $X^T G$ para a segunda."""
        x, y = self.inputs
        if x.ndim == y.ndim == 2:
            return x.T @ upstream if i else upstream @ y.T
        xp = array_namespace(x)
        rows = xp.reshape(x, (1, -1)) if x.ndim == 1 else x  # um vetor é uma matriz de uma linha ou de uma coluna
        columns = xp.reshape(y, (-1, 1)) if y.ndim == 1 else y
        front = upstream.shape[: max(rows.ndim, columns.ndim) - 2]
        g = xp.reshape(upstream, (*front, rows.shape[-2], columns.shape[-1]))
        part, wanted = (xp.matrix_transpose(rows) @ g, columns) if i else (g @ xp.matrix_transpose(columns), rows)
        return xp.reshape(unbroadcast(part, shape_of(wanted)), self.inputs[i].shape)
# --8<-- [end:matmul]


# --8<-- [start:reshape]
class ReshapeGate(Gate):
    """Outra forma para os mesmos elementos: o gradiente volta à forma de antes.

    Args:
        shape: A forma nova.

    Examples:
        >>> gate = ReshapeGate((2,))
        >>> gate.forward(array([[1.0, 2.0]]))
        array([1., 2.])
        >>> gate.backward(array([10.0, 20.0]))
        (array([[10., 20.]]),)

    [Notas: Tensor reshaping]
    """

    __slots__ = ("shape",)

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.shape = shape

    def compute(self, x: Any) -> Any:
        """`x` na forma nova."""
        return reshaped(x, self.shape)

    def gradient(self, i: int, upstream: Any) -> Any:
        """O gradiente recebido, na forma de antes."""
        return reshaped(upstream, self.inputs[0].shape)
# --8<-- [end:reshape]


class PermuteGate(Gate):
    """Eixos em outra ordem: o gradiente volta pela ordem inversa.

    Args:
        axes: Que eixo de antes vai em cada lugar.

    Examples:
        >>> gate = PermuteGate((1, 0))
        >>> gate.forward(array([[1.0, 2.0, 3.0]])).shape
        (3, 1)
        >>> gate.backward(array([[10.0], [20.0], [30.0]]))
        (array([[10., 20., 30.]]),)
    """

    __slots__ = ("axes",)

    def __init__(self, axes: tuple[int, ...]) -> None:
        self.axes = axes

    def compute(self, x: Any) -> Any:
        """`x` com os eixos na ordem nova."""
        return array_namespace(x).permute_dims(x, self.axes)

    def gradient(self, i: int, upstream: Any) -> Any:
        """O gradiente recebido, com os eixos na ordem de antes."""
        back = tuple(sorted(range(len(self.axes)), key=lambda place: self.axes[place] % len(self.axes)))
        return array_namespace(upstream).permute_dims(upstream, back)


class WhereGate(Gate):
    """Escolha elemento a elemento: de `x` onde a condição vale, de `y` onde não. O gradiente segue quem foi escolhido.

    Args:
        condition: Tensor de booleanos.

    Examples:
        >>> gate = WhereGate(array([True, False]))
        >>> gate.forward(array([1.0, 2.0]), array([3.0, 4.0]))
        array([1., 4.])
        >>> gate.backward(array([10.0, 20.0]))
        (array([10.,  0.]), array([ 0., 20.]))
    """

    __slots__ = ("condition",)

    def __init__(self, condition: Any) -> None:
        self.condition = as_value(condition)

    def compute(self, x: Any, y: Any) -> Any:
        """`x` onde a condição vale, `y` onde não."""
        return array_namespace(self.condition).where(self.condition, x, y)

    def gradient(self, i: int, upstream: Any) -> Any:
        """O gradiente recebido, zerado onde a entrada não foi a escolhida."""
        xp = array_namespace(upstream)
        nothing = xp.zeros_like(upstream)
        chosen = (nothing, upstream) if i else (upstream, nothing)
        return unbroadcast(xp.where(self.condition, *chosen), shape_of(self.inputs[i]))


# --8<-- [start:index]
class IndexGate(Gate):
    """Um pedaço de um tensor, `x[key]`: o gradiente volta ao lugar de onde o pedaço saiu, e o resto recebe zero.

    Args:
        key: Índice básico: inteiros, fatias, `...`; uma lista, máscara ou eixo novo levanta `TypeError`.

    Examples:
        >>> gate = IndexGate(slice(1, 3))
        >>> gate.forward(array([1.0, 2.0, 3.0, 4.0]))
        array([2., 3.])
        >>> gate.backward(array([10.0, 20.0]))
        (array([ 0., 10., 20.,  0.]),)
    """

    __slots__ = ("key",)

    def __init__(self, key: Any) -> None:
        for part in key if isinstance(key, tuple) else (key,):
            if isinstance(part, bool) or not (part is ... or isinstance(part, int | slice)):
                rule = "variáveis se indexam por inteiros e fatias; para escolher linhas, use take"
                raise TypeError(f"índice {part!r}: {rule}")
        self.key = key

    def compute(self, x: Any) -> Any:
        """`x[key]`."""
        return x[self.key]

    def gradient(self, i: int, upstream: Any) -> Any:
        """Zeros, com o gradiente recebido no lugar do pedaço."""
        x = self.inputs[0]
        return put(array_namespace(x).zeros_like(x), self.key, upstream)


def put(x: Any, key: Any, value: Any) -> Any:
    """O tensor `x`, que ninguém mais usa, com `value` em `x[key]`; os do JAX não mudam, e dão outro.

    Examples:
        >>> put(array([0, 0, 0]), 1, 5)
        array([0, 5, 0])
    """
    if hasattr(x, "at"):
        return x.at[key].set(value)
    x[key] = value
    return x
# --8<-- [end:index]


class TakeGate(Gate):
    """Linhas escolhidas por número, na ordem dada: uma linha escolhida duas vezes soma os dois gradientes.

    Args:
        indices: Vetor de inteiros, de forma (n,).

    Examples:
        >>> gate = TakeGate(array([2, 0, 2]))
        >>> gate.forward(array([1.0, 2.0, 3.0]))
        array([3., 1., 3.])
        >>> gate.backward(array([10.0, 20.0, 30.0]))
        (array([20.,  0., 40.]),)
    """

    __slots__ = ("indices",)

    def __init__(self, indices: Any) -> None:
        self.indices = as_value(indices)

    def compute(self, x: Any) -> Any:
        """As linhas `indices` de `x`."""
        return array_namespace(x).take(x, self.indices, axis=0)

    def gradient(self, i: int, upstream: Any) -> Any:
        """Zeros, com a soma dos gradientes de cada linha no lugar dela: $M^T G$, com um 1 por linha de $M$."""
        x = self.inputs[0]
        xp = array_namespace(x)
        rows = xp.arange(x.shape[0], dtype=self.indices.dtype, device=device_of(x))
        indices = self.indices % x.shape[0]  # os que contam do fim
        chosen = xp.astype(xp.reshape(rows, (-1, 1)) == xp.reshape(indices, (1, -1)), x.dtype)
        return xp.reshape(chosen @ xp.reshape(upstream, (upstream.shape[0], -1)), x.shape)


class ConcatGate(Gate):
    """Tensores emendados ao longo de um eixo: cada um recebe a sua fatia do gradiente.

    Args:
        axis: O eixo da emenda.

    Examples:
        >>> gate = ConcatGate(axis=0)
        >>> gate.forward(array([1.0, 2.0]), array([3.0]))
        array([1., 2., 3.])
        >>> gate.backward(array([10.0, 20.0, 30.0]))
        (array([10., 20.]), array([30.]))
    """

    __slots__ = ("axis",)

    def __init__(self, axis: int = 0) -> None:
        self.axis = axis

    def compute(self, *inputs: Any) -> Any:
        """Os tensores, um depois do outro."""
        return array_namespace(*inputs).concat(inputs, axis=self.axis)

    def gradient(self, i: int, upstream: Any) -> Any:
        """A fatia do gradiente que coube à entrada."""
        axis = self.axis % upstream.ndim
        start = sum(x.shape[axis] for x in self.inputs[:i])
        return upstream[(slice(None),) * axis + (slice(start, start + self.inputs[i].shape[axis]), ...)]
