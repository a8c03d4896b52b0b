r"""Geometria: o que as operações com tensores fazem com pontos do plano.

Um vetor é um ponto, ou a seta que leva até ele. Somar desloca; multiplicar por uma matriz gira, estica, inclina ou
espelha. A matriz e depois a soma são uma **transformação afim**, o que uma camada densa faz antes da ativação. Aqui um
ponto é uma **linha** do tensor de pontos, como uma amostra é uma linha do lote.
"""

from collections.abc import Iterable, Sequence
from math import cos, sin
from typing import Any

from reference.operations.broadcasting import broadcast_to
from reference.operations.contraction import outer
from reference.operations.dot import matmul
from reference.operations.elementwise import add, maximum
from reference.operations.joining import concat, stack
from reference.tensors.creation import array, asarray, eye, zeros
from reference.tensors.ranges import linspace
from reference.tensors.tensor import Tensor

Affine = tuple[Any, Any]
"""A matriz e o deslocamento de uma transformação afim: os pesos e o viés de uma camada."""

Crease = tuple[Sequence[float], float, float]
"""Um vinco: a normal da reta, a distância dela à origem (em normais) e quanto desliza o que está do outro lado."""


# --8<-- [start:translate]
def translate(points: Any, displacement: Any) -> Tensor:
    r"""Desloca todos os pontos pela mesma seta: $\mathbf{p} + \mathbf{d}$.

    Args:
        points: Pontos, um por linha, de forma (n, d); ou um só, de forma (d,).
        displacement: A seta, de forma (d,).

    Returns:
        Pontos deslocados, da forma de `points`.

    Raises:
        ValueError: Se as formas não combinarem.

    Examples:
        >>> translate([[0, 0], [1, 0]], [2, 3])
        array([[2, 3],
               [3, 3]])

    [Notas: Interpretação geométrica; Translação]
    """
    moved: Tensor = add(points, displacement)
    return moved
# --8<-- [end:translate]


# --8<-- [start:transform]
def transform(points: Any, matrix: Any) -> Tensor:
    r"""Multiplica cada ponto por uma matriz: $W\mathbf{p}$ e, para todos de uma vez, $P\,W^\mathsf{T}$.

    Args:
        points: Pontos, um por linha, de forma (n, d); ou um só, de forma (d,).
        matrix: Matriz de forma (k, d); a coluna j diz aonde vai a seta de tamanho 1 do eixo j.

    Returns:
        Pontos transformados, de forma (n, k) ou (k,).

    Raises:
        ValueError: Se os pontos não tiverem tantas coordenadas quantas são as colunas da matriz.

    Examples:
        >>> transform([[1, 0], [0, 1]], [[1, 2], [3, 4]])
        array([[1, 3],
               [2, 4]])

    [Notas: Interpretação geométrica]
    """
    moved: Tensor = matmul(points, asarray(matrix).T)
    return moved
# --8<-- [end:transform]


# --8<-- [start:rotation]
def rotation(angle: float) -> Tensor:
    r"""Matriz que gira pontos no sentido anti-horário.

    $$\begin{bmatrix}\cos\theta & -\sin\theta\\ \sin\theta & \cos\theta\end{bmatrix}$$

    Args:
        angle: Ângulo em radianos; positivo gira do eixo x para o eixo y.

    Returns:
        Matriz de forma (2, 2), para `transform`.

    Examples:
        >>> from math import pi
        >>> transform([1.0, 0.0], rotation(pi / 6)).round(3)
        array([0.866, 0.5  ])

    [Notas: Interpretação geométrica; Rotação]
    """
    c, s = cos(angle), sin(angle)
    return array([[c, -s], [s, c]])
# --8<-- [end:rotation]


# --8<-- [start:scaling]
def scaling(horizontal: float, vertical: float) -> Tensor:
    r"""Matriz que muda a escala de cada eixo: $\begin{bmatrix}h & 0\\ 0 & v\end{bmatrix}$; um fator negativo espelha.

    Examples:
        >>> transform([1, 1], scaling(2, -1))
        array([ 2, -1])

    [Notas: Interpretação geométrica; Mudança de escala]
    """
    return array([[horizontal, 0], [0, vertical]])


def shear(horizontal: float = 0, vertical: float = 0) -> Tensor:
    r"""Matriz que inclina: $\begin{bmatrix}1 & h\\ v & 1\end{bmatrix}$; cada ponto anda para o lado conforme a altura.

    Examples:
        >>> transform([[0, 1], [0, 2]], shear(horizontal=3))
        array([[3, 1],
               [6, 2]])
    """
    return array([[1, horizontal], [vertical, 1]])
# --8<-- [end:scaling]


# --8<-- [start:affine]
def affine(points: Any, matrix: Any, displacement: Any) -> Tensor:
    r"""Transformação afim de cada ponto: $W\mathbf{p} + \mathbf{b}$.

    Args:
        points: Pontos, um por linha, de forma (n, d); ou um só, de forma (d,).
        matrix: Matriz de forma (k, d).
        displacement: Vetor de forma (k,).

    Returns:
        Pontos transformados, de forma (n, k) ou (k,).

    Raises:
        ValueError: Se as formas não combinarem.

    Examples:
        >>> affine([[1, 1]], [[2, 0], [0, 2]], [10, 20])
        array([[12, 22]])

    [Notas: Interpretação geométrica; Transformação afim]
    """
    return translate(transform(points, matrix), displacement)
# --8<-- [end:affine]


# --8<-- [start:compose]
def compose(second: Affine, first: Affine) -> Affine:
    r"""A transformação afim que vale por duas: $W_2(W_1\mathbf{p} + \mathbf{b}_1) + \mathbf{b}_2$.

    Args:
        second: A que se aplica por último, `(matriz, deslocamento)`, de formas (m, k) e (m,).
        first: A que se aplica primeiro, de formas (k, d) e (k,).

    Returns:
        $(W_2 W_1,\ W_2\mathbf{b}_1 + \mathbf{b}_2)$, de formas (m, d) e (m,).

    Raises:
        ValueError: Se a segunda não aceitar o que sai da primeira.

    Examples:
        >>> compose(([[2, 0], [0, 2]], [0, 1]), ([[1, 1], [0, 1]], [3, 0]))
        (array([[2, 2],
               [0, 2]]), array([6, 1]))

    [Notas: Por que a não linearidade é importante]
    """
    (w2, b2), (w1, b1) = second, first
    return matmul(w2, w1), affine(b1, w2, b2)
# --8<-- [end:compose]


# O papel amassado


# --8<-- [start:crease]
def crease(points: Any, normal: Sequence[float], offset: float, slide: float) -> Tensor:
    r"""Vinca o plano numa reta: de um lado nada muda, do outro cada ponto desliza ao longo dela.

    $\mathbf{p} + s\,\max(\mathbf{n}\cdot\mathbf{p} - t,\ 0)\,\mathbf{n}^{\perp}$, em que $\mathbf{n}^{\perp}$ é a
    normal girada de 90°: quanto mais longe da reta, mais o ponto anda. Com $-s$, o vinco se desfaz.

    Args:
        points: Pontos, de forma (n, 2).
        normal: A normal $\mathbf{n}$ da reta $\mathbf{n}\cdot\mathbf{p} = t$, que aponta para o lado que desliza.
        offset: O $t$ da reta.
        slide: Quanto se desliza, $s$.

    Returns:
        Pontos de forma (n, 2).

    Examples:
        >>> crease([[0.0, 5.0], [1.0, 5.0], [2.0, 5.0], [3.0, 5.0]], (1, 0), 1.0, 0.5)
        array([[0. , 5. ],
               [1. , 5. ],
               [2. , 5.5],
               [3. , 6. ]])

    [Notas: Interpretação geométrica de deep learning]
    """
    across, up = normal
    beyond = maximum(add(matmul(points, normal), -offset), 0)
    creased: Tensor = add(points, outer(beyond, [-slide * up, slide * across]))
    return creased
# --8<-- [end:crease]


# --8<-- [start:crease_layers]
def crease_layers(normal: Sequence[float], offset: float, slide: float) -> tuple[Affine, Affine]:
    r"""O mesmo vinco em duas transformações afins com uma ReLU no meio: uma camada oculta de cinco neurônios.

    Quatro deles só levam o ponto adiante, porque $x = \max(x, 0) - \max(-x, 0)$; o quinto é o vinco.

    Returns:
        A camada oculta, de 2 para 5 coordenadas, e a que volta de 5 para 2.

    Examples:
        >>> hidden, output = crease_layers((1, 0), 1.0, 0.5)
        >>> hidden[0].shape, output[0].shape
        ((5, 2), (2, 5))
        >>> through([[3.0, 5.0]], [hidden, output])
        array([[3., 6.]])
    """
    across, up = normal
    hidden = concat([eye(2), -eye(2), [[across, up]]]), array([0.0, 0.0, 0.0, 0.0, -offset])
    output = concat([eye(2), -eye(2), [[-slide * up], [slide * across]]], axis=1), zeros(2)
    return hidden, output


def crease_stack(creases: Iterable[Crease]) -> list[Affine]:
    """Uma pilha de camadas que faz os vincos, um depois do outro; n vincos dão n camadas ocultas e uma de saída.

    Examples:
        >>> [matrix.shape for matrix, displacement in crease_stack([((1, 0), 1.0, 0.5), ((0, 1), 0.0, 1.0)])]
        [(5, 2), (5, 5), (2, 5)]
    """
    layers: list[Affine] = [(eye(2), zeros(2))]
    for normal, offset, slide in creases:
        hidden, output = crease_layers(normal, offset, slide)
        layers[-1] = compose(hidden, layers[-1])  # duas transformações afins seguidas são uma só
        layers.append(output)
    return layers
# --8<-- [end:crease_layers]


# --8<-- [start:through]
def through(points: Any, layers: Sequence[Affine]) -> Tensor:
    r"""Passa os pontos por uma pilha de camadas: uma transformação afim em cada, e a ReLU entre elas.

    Examples:
        >>> through([[-1.0, 2.0]], [([[1, 0], [0, 1]], [0, 0]), ([[1, 1]], [10])])
        array([[12.]])
    """
    *hidden, (matrix, displacement) = layers
    for w, b in hidden:
        points = maximum(affine(points, w, b), 0)
    return affine(points, matrix, displacement)
# --8<-- [end:through]


def flatten_creases(creases: Sequence[Crease]) -> list[Crease]:
    """Os vincos que desfazem outros: os mesmos, do último ao primeiro, deslizando ao contrário.

    Examples:
        >>> flatten_creases([((1, 0), 1.0, 0.5), ((0, 1), 0.0, 1.0)])
        [((0, 1), 0.0, -1.0), ((1, 0), 1.0, -0.5)]
    """
    return [(normal, offset, -slide) for normal, offset, slide in reversed(creases)]


CRUMPLED: tuple[Crease, ...] = (
    ((1, 0), 0.0, 1.5),
    ((1, 0), 1.0, -3.0),
    ((-1, 0), 0.0, -1.5),
    ((-1, 0), 1.0, 3.0),
    ((0, 1), 0.5, 1.5),
    ((0, 1), 1.0, -3.0),
)
"""Os vincos que amassam o papel do capítulo."""


def two_sheets(count: int = 41, gap: float = 0.375) -> Tensor:
    """Duas folhas de papel vistas de perfil, uma sobre a outra: duas fileiras de pontos, de −2 a 2.

    Returns:
        Tensor de forma (2, count, 2): a folha, o ponto, a coordenada.

    Examples:
        >>> two_sheets(3)
        array([[[-2.    , -0.1875],
                [ 0.    , -0.1875],
                [ 2.    , -0.1875]],
        <BLANKLINE>
               [[-2.    ,  0.1875],
                [ 0.    ,  0.1875],
                [ 2.    ,  0.1875]]])
    """
    x = linspace(-2, 2, count)
    return stack([stack([x, broadcast_to(height, x.shape)], axis=1) for height in (-gap / 2, gap / 2)])
