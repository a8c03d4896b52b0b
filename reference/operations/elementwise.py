r"""Operações elemento a elemento: cada função é a regra de um par de números, e nada mais.

Primeiro, as versões de dois laços à vista, que só servem a matrizes. Depois, as regras: o decorador `elementwise` as
entrega ao laço de `loop`, que serve a qualquer forma. O que o Python não responde, `scalars` responde.
"""

import math
import operator
from typing import Any

from reference.operations import complexes, scalars
from reference.operations.universal import INTEGERS, elementwise
from reference.tensors.creation import zeros, zeros_like
from reference.tensors.dtypes import float64, object_, result_type
from reference.tensors.tensor import Tensor


# --8<-- [start:naive_relu]
def naive_relu(x: Tensor) -> Tensor:
    r"""ReLU de uma matriz com dois laços à vista: $z_{ij} = \max(x_{ij}, 0)$.

    Args:
        x: Matriz de forma (m, n).

    Returns:
        Matriz nova de forma (m, n); `x` não muda.

    Raises:
        ValueError: Se `x` não for uma matriz.

    Examples:
        >>> naive_relu(array([[-1.5, 2.0], [3.0, -0.5]]))
        array([[0., 2.],
               [3., 0.]])

    [Notas: Operações elemento a elemento]
    """
    if x.ndim != 2:
        raise ValueError(f"naive_relu: espera uma matriz, e a forma de x é {x.shape}")
    z = zeros_like(x)
    rows, columns = x.shape
    for i in range(rows):
        for j in range(columns):
            z[i, j] = max(x[i, j], 0)
    return z
# --8<-- [end:naive_relu]


# --8<-- [start:naive_add]
def naive_add(x: Tensor, y: Tensor) -> Tensor:
    r"""Soma de duas matrizes com dois laços à vista: $z_{ij} = x_{ij} + y_{ij}$.

    Args:
        x: Matriz de forma (m, n).
        y: Matriz de forma (m, n).

    Returns:
        Matriz nova de forma (m, n), com o dtype da promoção de `x` e `y`.

    Raises:
        ValueError: Se as formas diferirem ou não forem de matrizes.

    Examples:
        >>> naive_add(array([[1, 2], [3, 4]]), array([[10, 20], [30, 40]]))
        array([[11, 22],
               [33, 44]])

    [Notas: Operações elemento a elemento]
    """
    if x.ndim != 2 or x.shape != y.shape:
        raise ValueError(f"naive_add: espera duas matrizes de mesma forma, e as formas são {x.shape} e {y.shape}")
    z = zeros(x.shape, dtype=result_type(x, y))
    rows, columns = x.shape
    for i in range(rows):
        for j in range(columns):
            z[i, j] = x[i, j] + y[i, j]
    return z
# --8<-- [end:naive_add]


# --8<-- [start:add]
@elementwise(fast=operator.add)
def add(x: Any, y: Any) -> Any:
    """Soma, $x + y$; de booleanos, “ou”.

    Examples:
        >>> add([1, 2, 3], [10, 20, 30])
        array([11, 22, 33])
        >>> add([[1.0, 2.0]], [[10.0], [20.0]])
        array([[11., 12.],
               [21., 22.]])

    [Notas: Operações elemento a elemento]
    """
    return x + y
# --8<-- [end:add]


@elementwise("iufcO", fast=operator.sub, booleans=False)
def subtract(x: Any, y: Any) -> Any:
    """Diferença, $x - y$; entre booleanos não existe.

    Examples:
        >>> subtract([5, 7], 2)
        array([3, 5])

    [Notas: Operações elemento a elemento]
    """
    return x - y


# --8<-- [start:multiply]
@elementwise(fast=operator.mul, complexes=complexes.multiply)
def multiply(x: Any, y: Any) -> Any:
    r"""Produto elemento a elemento, $x \cdot y$ (produto de Hadamard); de booleanos, “e”.

    Examples:
        >>> multiply([1, 2, 3], [4, 5, 6])
        array([ 4, 10, 18])

    [Notas: Operações elemento a elemento]
    """
    return x * y
# --8<-- [end:multiply]


# --8<-- [start:divide]
@elementwise("fcO", fast=operator.truediv, complexes=complexes.divide, integers=float64)
def divide(x: Any, y: Any) -> Any:
    """Quociente, $x / y$, sempre em ponto flutuante; por zero, infinito ou `nan`.

    Examples:
        >>> divide([1, -1, 0], 0)
        array([ inf, -inf,  nan])
        >>> divide([1, 2], 4)
        array([0.25, 0.5 ])

    [Notas: Operações elemento a elemento]
    """
    return scalars.divide(x, y)
# --8<-- [end:divide]


@elementwise("iufO", fast=operator.floordiv)
def floor_divide(x: Any, y: Any) -> Any:
    r"""Quociente arredondado para baixo, $\lfloor x / y \rfloor$; inteiro por zero dá 0.

    Examples:
        >>> floor_divide([7, -7], 2)
        array([ 3, -4])
    """
    return scalars.floor_divide(x, y)


@elementwise("iufO", fast=operator.mod)
def remainder(x: Any, y: Any) -> Any:
    r"""Resto com o sinal do divisor, $x - y\lfloor x / y \rfloor$.

    Examples:
        >>> remainder([7, -7], 3)
        array([1, 2])
    """
    return scalars.remainder(x, y)


@elementwise("iuf")
def fmod(x: Any, y: Any) -> Any:
    """Resto com o sinal do dividendo, como o `%` da linguagem C.

    Examples:
        >>> fmod([7, -7], 3)
        array([ 1, -1])
    """
    return scalars.fmod(x, y)


@elementwise(
    "iufcO",
    fast=math.pow,
    own={**dict.fromkeys(INTEGERS, scalars.integer_power), object_: operator.pow},
    complexes=complexes.power,
    given=scalars.POWERS,
    numpy="power",
)
def pow(x: Any, y: Any) -> Any:
    r"""Potência, $x^y$; um inteiro elevado a um inteiro negativo é um erro.

    Elevar um tensor a 2 é multiplicá-lo por si mesmo; a $\frac12$, tirar a raiz; a −1, inverter. São as respostas do
    NumPy, bit a bit (a potência geral às vezes erra a última casa).

    Examples:
        >>> pow([1, 2, 3], 2)
        array([1, 4, 9])
        >>> pow([0.0, 4.0], -0.5)
        array([inf, 0.5])
    """
    return scalars.power(x, y)


@elementwise("iufcO", fast=operator.neg, booleans=False)
def negative(x: Any) -> Any:
    """Oposto, $-x$; um inteiro sem sinal dá a volta, e de booleano não existe.

    Examples:
        >>> negative([1, -2])
        array([-1,  2])
    """
    return -x


@elementwise("iufcO", fast=operator.pos, booleans=False)
def positive(x: Any) -> Any:
    """O próprio valor, $+x$, em memória nova.

    Examples:
        >>> positive([1, -2])
        array([ 1, -2])
    """
    return +x


@elementwise("iufcO")
def conj(x: Any) -> Any:
    """Conjugado: de um complexo, $a - bi$; de um real, ele mesmo; de um objeto, o que ele disser.

    Examples:
        >>> conj([1 + 2j, -2.0])
        array([ 1.-2.j, -2.-0.j])
    """
    return x.conjugate()


@elementwise(fast=operator.abs, complexes=complexes.magnitude, parts=True, numpy="absolute")
def abs(x: Any) -> Any:
    r"""Valor absoluto, $|x|$; de um complexo, o comprimento $\sqrt{a^2 + b^2}$, que é real.

    Examples:
        >>> abs([-1.5, 2.0]), abs(3 + 4j)
        (array([1.5, 2. ]), np.float64(5.0))
    """
    return operator.abs(x)


@elementwise("iufcO", complexes=lambda x: complexes.multiply(x, x))
def square(x: Any) -> Any:
    """Quadrado, $x^2$.

    Examples:
        >>> square([1, 2, 3])
        array([1, 4, 9])
    """
    return x * x


@elementwise(
    "iufcO",
    own={**dict.fromkeys(INTEGERS, scalars.integer_reciprocal), object_: lambda x: 1 / x},
    complexes=complexes.reciprocal,
)
def reciprocal(x: Any) -> Any:
    """Inverso, $1 / x$; entre inteiros, só a parte inteira.

    Examples:
        >>> reciprocal([2.0, 4.0])
        array([0.5 , 0.25])
    """
    return scalars.divide(1, x)


@elementwise("iufcO", fast=scalars.sign, complexes=complexes.sign, booleans=False)
def sign(x: Any) -> Any:
    """Sinal: −1, 0 ou 1; de `nan`, `nan`.

    Examples:
        >>> sign([-3, 0, 5])
        array([-1,  0,  1])
    """
    return scalars.sign(x)


# --8<-- [start:maximum]
@elementwise(own={object_: lambda x, y: x if x >= y else y}, complexes=complexes.maximum)
def maximum(x: Any, y: Any) -> Any:
    """O maior dos dois; se um não for número, `nan`.

    Examples:
        >>> maximum([-1.5, 2.0], 0)
        array([0., 2.])

    [Notas: Operações elemento a elemento]
    """
    return x if x > y or x != x else y
# --8<-- [end:maximum]


@elementwise(own={object_: lambda x, y: x if x <= y else y}, complexes=complexes.minimum)
def minimum(x: Any, y: Any) -> Any:
    """O menor dos dois; se um não for número, `nan`.

    Examples:
        >>> minimum([-1.5, 2.0], 0)
        array([-1.5,  0. ])
    """
    return x if x < y or x != x else y


def divmod(x: Any, y: Any) -> tuple[Any, Any]:
    """Quociente arredondado para baixo e resto.

    Examples:
        >>> divmod([7, -7], 3)
        (array([ 2, -3]), array([1, 2]))
    """
    return floor_divide(x, y), remainder(x, y)
