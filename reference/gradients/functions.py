r"""Funções que aceitam variáveis: as contas do padrão Array API, cada uma com a sua derivada.

De um número ou tensor, dão o que o namespace dele daria; de uma variável, dão outra, e o grafo cresce. Por isso uma
rede se escreve uma vez: treina com variáveis e responde com tensores, de qualquer biblioteca.
"""

import math
from typing import Any

from reference.gradients.gates import MaxGate, MinGate
from reference.gradients.graph import Variable, apply, differentiable
from reference.gradients.tensor_gates import (
    Axis,
    ConcatGate,
    IndexGate,
    MatMulGate,
    MaxOverGate,
    PermuteGate,
    ReshapeGate,
    SumGate,
    TakeGate,
    WhereGate,
    reduced_axes,
)
from reference.operations.namespaces import array_namespace, shape_of

Operand = Variable | Any
"""Número, tensor de qualquer biblioteca, ou variável."""


# --8<-- [start:curves]
@differentiable(lambda x, y: y)
def exp(x: Any) -> Any:
    r"""Exponencial: $e^x$, que é a sua própria derivada.

    Examples:
        >>> x = Variable(0.0)
        >>> exp(x).backward()
        >>> x.grad
        1.0
    """
    return array_namespace(x).exp(x)


@differentiable(lambda x, y: 1 / x)
def log(x: Any) -> Any:
    r"""Logaritmo natural: $\ln x$, de derivada $\frac{1}{x}$.

    Examples:
        >>> x = Variable(4.0)
        >>> log(x).backward()
        >>> x.grad
        0.25
    """
    return array_namespace(x).log(x)


@differentiable(lambda x, y: 0.5 / y)
def sqrt(x: Any) -> Any:
    r"""Raiz quadrada: $\sqrt{x}$, de derivada $\frac{1}{2\sqrt{x}}$.

    Examples:
        >>> x = Variable(4.0)
        >>> sqrt(x).backward()
        >>> x.grad
        0.25
    """
    return array_namespace(x).sqrt(x)


@differentiable(lambda x, y: 2 * x)
def square(x: Any) -> Any:
    r"""Quadrado: $x^2$, de derivada $2x$.

    Examples:
        >>> x = Variable(3.0)
        >>> square(x).backward()
        >>> x.grad
        6.0
    """
    return x * x


@differentiable(lambda x, y: array_namespace(x).sign(x))
def abs(x: Any) -> Any:
    r"""Valor absoluto: $|x|$, de derivada 1 à direita do zero, −1 à esquerda e, por convenção, 0 no bico.

    Examples:
        >>> x = Variable(array([-2.0, 0.0, 3.0]))
        >>> sum(abs(x)).backward()
        >>> x.grad
        array([-1.,  0.,  1.])
    """
    return array_namespace(x).abs(x)
# --8<-- [end:curves]


# --8<-- [start:maximum]
def maximum(x: Operand, y: Operand) -> Any:
    r"""Máximo elemento a elemento: $\max(x, y)$; o gradiente vai para o maior, e metade para cada um no empate.

    Examples:
        >>> x, y = Variable(2.0), Variable(0.0)
        >>> maximum(x, y).backward()
        >>> x.grad, y.grad
        (1.0, 0.0)
    """
    return apply(MaxGate(), x, y)
# --8<-- [end:maximum]


def minimum(x: Operand, y: Operand) -> Any:
    r"""Mínimo elemento a elemento: $\min(x, y)$; o gradiente vai para o menor, e metade para cada um no empate.

    Examples:
        >>> x, y = Variable(2.0), Variable(0.0)
        >>> minimum(x, y).backward()
        >>> x.grad, y.grad
        (0.0, 1.0)
    """
    return apply(MinGate(), x, y)


def where(condition: Any, x: Operand, y: Operand) -> Any:
    """De `x` onde a condição vale, de `y` onde não.

    Args:
        condition: Tensor de booleanos; não recebe gradiente.
        x: Tensor ou variável.
        y: Tensor ou variável.

    Examples:
        >>> x = Variable(array([1.0, 2.0]))
        >>> sum(where(array([True, False]), x, array([0.0, 0.0]))).backward()
        >>> x.grad
        array([1., 0.])
    """
    return apply(WhereGate(condition), x, y)


# --8<-- [start:sum]
def sum(x: Operand, axis: Axis = None, keepdims: bool = False) -> Any:
    r"""Soma ao longo de eixos: $\sum_i x_i$.

    Args:
        x: Tensor ou variável.
        axis: Eixo ou eixos; `None` soma todos.
        keepdims: Se os eixos somados ficam, com tamanho 1.

    Examples:
        >>> x = Variable(array([1.0, 2.0, 3.0]))
        >>> sum(x * x).backward()
        >>> x.grad
        array([2., 4., 6.])
    """
    return apply(SumGate(axis, keepdims), x)


def mean(x: Operand, axis: Axis = None, keepdims: bool = False) -> Any:
    r"""Média ao longo de eixos: $\frac{1}{n}\sum_i x_i$.

    Args:
        x: Tensor ou variável.
        axis: Eixo ou eixos; `None` faz a média de todos os elementos.
        keepdims: Se os eixos da média ficam, com tamanho 1.

    Examples:
        >>> x = Variable(array([1.0, 2.0, 6.0, 7.0]))
        >>> mean(x).backward()
        >>> x.grad
        array([0.25, 0.25, 0.25, 0.25])
    """
    shape = shape_of(x)
    return sum(x, axis, keepdims) / float(math.prod(shape[a] for a in reduced_axes(axis, len(shape))))
# --8<-- [end:sum]


def max(x: Operand, axis: Axis = None, keepdims: bool = False) -> Any:
    r"""Maior elemento ao longo de eixos: $\max_i x_i$; o gradiente vai para ele.

    Examples:
        >>> x = Variable(array([1.0, 5.0, 2.0]))
        >>> max(x).backward()
        >>> x.grad
        array([0., 1., 0.])
    """
    return apply(MaxOverGate(axis, keepdims), x)


# --8<-- [start:matmul]
def matmul(x: Operand, y: Operand) -> Any:
    r"""Produto de matrizes: $X Y$.

    Args:
        x: Tensor ou variável de forma (…, m, k) ou (k,).
        y: Tensor ou variável de forma (…, k, n) ou (k,).

    Examples:
        >>> x, w = array([[1.0, 2.0]]), Variable(array([[3.0], [4.0]]))
        >>> matmul(x, w).backward()
        >>> w.grad
        array([[1.],
               [2.]])
    """
    return apply(MatMulGate(), x, y)
# --8<-- [end:matmul]


def reshape(x: Operand, shape: tuple[int, ...]) -> Any:
    """Os mesmos elementos em outra forma.

    Examples:
        >>> reshape(Variable(array([1.0, 2.0, 3.0, 4.0])), (2, 2)).shape
        (2, 2)
    """
    return apply(ReshapeGate(shape), x)


def permute_dims(x: Operand, axes: tuple[int, ...]) -> Any:
    """Os eixos em outra ordem.

    Examples:
        >>> permute_dims(Variable(array([[1.0, 2.0, 3.0]])), (1, 0)).shape
        (3, 1)
    """
    return apply(PermuteGate(axes), x)


def index(x: Operand, key: Any) -> Any:
    """Um pedaço de um tensor: `x[key]`, por inteiros e fatias.

    Examples:
        >>> x = Variable(array([1.0, 2.0, 3.0]))
        >>> sum(index(x, slice(1, None))).backward()
        >>> x.grad
        array([0., 1., 1.])
    """
    return apply(IndexGate(key), x)


def take(x: Operand, indices: Any) -> Any:
    """Linhas de `x` escolhidas por número, na ordem dada e com repetição.

    Examples:
        >>> x = Variable(array([[1.0], [2.0], [3.0]]))
        >>> sum(take(x, array([2, 0, 2]))).backward()
        >>> x.grad
        array([[1.],
               [0.],
               [2.]])
    """
    return apply(TakeGate(indices), x)


def concat(tensors: Any, axis: int = 0) -> Any:
    """Tensores emendados ao longo de um eixo.

    Examples:
        >>> x, y = Variable(array([1.0, 2.0])), Variable(array([3.0]))
        >>> concat([x, y]).value
        array([1., 2., 3.])
    """
    return apply(ConcatGate(axis), *tensors)
