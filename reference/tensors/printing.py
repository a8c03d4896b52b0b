r"""Impressão: um tensor na tela, em colunas, letra por letra como o NumPy.

São três passos. `visible` escolhe os elementos que aparecem (de um tensor grande, só as pontas); a regra do tipo
(`columns`) transforma todos eles em palavras da mesma largura; `layout` põe os colchetes e quebra as linhas.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from reference.tensors.columns import CURRENT, PrintOptions, changed, column, own_rule
from reference.tensors.numerals import complex_str, float_str

if TYPE_CHECKING:
    from reference.tensors.dtypes import DType
    from reference.tensors.tensor import Tensor

IMPLIED = ("bool", "int64", "float64", "complex128")
"""Tipos que se adivinham pelos elementos, e que por isso o `repr` não diz."""


# --8<-- [start:visible]
def places(length: int, edge: int) -> list[int | None]:
    """Índices que aparecem num eixo; `None` marca o lugar das reticências.

    Examples:
        >>> places(4, 3), places(10, 2)
        ([0, 1, 2, 3], [0, 1, None, 8, 9])
    """
    if length <= 2 * edge:
        return list(range(length))
    return [*range(edge), None, *range(length - max(edge, 1), length)]


def visible(x: "Tensor", edge: int, element: Callable[["Tensor"], Any]) -> list[Any]:
    """Elementos que aparecem, na ordem em que se leem.

    Args:
        x: Tensor de qualquer forma.
        edge: Quantos elementos em cada ponta de um eixo comprido.
        element: O que se tira de um tensor sem eixos.
    """
    if x.ndim == 0:
        return [element(x)]
    if x.ndim == 1 and x.size <= 2 * edge and element is as_number:
        return list(x.tolist())
    return [value for i in places(x.shape[0], edge) if i is not None for value in visible(x[i, ...], edge, element)]


def as_number(x: "Tensor") -> Any:
    """Elemento como número do Python."""
    return x.tolist()


def as_scalar(x: "Tensor") -> Any:
    """Elemento como escalar, que sabe o seu `dtype`: é o que recebe quem dá o seu próprio `formatter`."""
    return x[()]
# --8<-- [end:visible]


def words_of(x: "Tensor", edge: int, options: PrintOptions) -> list[str]:
    """Uma palavra por elemento que aparece."""
    rule = own_rule(x, options)
    if rule:
        return [rule(value) for value in visible(x, edge, as_scalar)]
    return column(visible(x, edge, as_number), x, options)


# --8<-- [start:layout]
def fill(words: list[str], indent: str, width: float, separator: str) -> str:
    """Uma linha de palavras, quebrada antes da que não coubesse; as linhas seguintes começam com o recuo."""
    lines = [indent]
    for word in words:
        first, *others = word.splitlines() or [""]
        room = max(map(len, [first, *others]))
        if len(lines[-1]) > len(indent) and len(lines[-1]) + room > width:
            lines.append(indent)
        hanging = " " * len(lines[-1])
        lines[-1] += first
        lines += [hanging + other for other in others]
        lines[-1] += " " * (room - len((others or [first])[-1])) + separator
    lines[-1] = lines[-1][: len(lines[-1]) - len(separator)]
    return "\n".join([line.rstrip() for line in lines[:-1]] + lines[-1:])[len(indent) :]


def layout(
    shape: tuple[int, ...], words: Iterator[str], edge: int, indent: str, width: float, separator: str
) -> str:
    """Põe os colchetes, um par por eixo: dentro do último, uma linha; nos outros, um bloco embaixo do outro.

    Entre dois blocos de ordem n vão n linhas novas: é a linha em branco que separa as matrizes de um tensor 3-D.

    Examples:
        >>> print(layout((2, 2), iter("1234"), edge=4, indent=" ", width=75, separator=" "))
        [[1 2]
         [3 4]]
    """
    if not shape:
        return next(words)
    length, *inner = shape
    parts = [
        "..." if i is None else layout(tuple(inner), words, edge, indent + " ", width - 1, separator)
        for i in places(length, edge)
    ]
    mark = separator.rstrip()
    if inner:
        return "[" + (mark + "\n" * len(inner) + indent).join(parts) + "]"
    return "[" + fill(parts, indent, width - max(len(mark), 1), separator) + "]"
# --8<-- [end:layout]


def array2string(
    x: "Tensor",
    max_line_width: float | None = None,
    precision: int | None = None,
    suppress_small: bool | None = None,
    separator: str = " ",
    prefix: str = "",
    *,
    formatter: dict[str, Callable[[Any], str]] | None = None,
    threshold: float | None = None,
    edgeitems: int | None = None,
    sign: str | None = None,
    floatmode: str | None = None,
    suffix: str = "",
) -> str:
    """Texto de um tensor, com as opções que se queira trocar só desta vez.

    Args:
        x: Tensor de qualquer forma.
        max_line_width: Largura da linha.
        precision: Quantos algarismos depois do ponto, no máximo.
        suppress_small: Se números pequenos aparecem por extenso.
        separator: O que vai entre dois elementos.
        prefix: O que virá antes do texto; só a largura dele conta, no recuo das linhas.
        formatter: Função por tipo, como em `set_printoptions`.
        threshold: Acima de quantos elementos só as pontas aparecem.
        edgeitems: Quantos elementos em cada ponta.
        sign: Sinal dos positivos, como em `set_printoptions`.
        floatmode: Modo dos números de ponto flutuante, como em `set_printoptions`.
        suffix: O que virá depois do texto; só a largura dele conta, na quebra da última linha.

    Raises:
        ValueError: Se uma das opções não existir.

    Examples:
        >>> array2string(array([1.0, -2.5, 3.14159]), precision=2, separator="; ")
        '[ 1.  ; -2.5 ;  3.14]'

    [Notas: Impressão]
    """
    options = changed(
        linewidth=max_line_width,
        precision=precision,
        suppress=suppress_small,
        formatter=formatter,
        threshold=threshold,
        edgeitems=edgeitems,
        sign=sign,
        floatmode=floatmode,
    )
    if x.size == 0:
        return "[]"
    edge = options.edgeitems if x.size > options.threshold else x.size
    indent = " " * (len(prefix) + 1)
    return layout(x.shape, iter(words_of(x, edge, options)), edge, indent, options.linewidth - len(suffix), separator)


def array_str(
    x: "Tensor", max_line_width: float | None = None, precision: int | None = None, suppress_small: bool | None = None
) -> str:
    """O que `print(x)` mostra; de um tensor sem eixos, o número, com todos os seus algarismos.

    Examples:
        >>> array_str(array([[1.5, 2.0], [30.0, 4.0]]))
        '[[ 1.5  2. ]\\n [30.   4. ]]'
    """
    if x.shape == ():
        return scalar_str(x.tolist(), x.dtype)
    return array2string(x, max_line_width, precision, suppress_small)


def array_repr(
    x: "Tensor", max_line_width: float | None = None, precision: int | None = None, suppress_small: bool | None = None
) -> str:
    """O que o prompt mostra: o texto que cria o tensor de novo, com o tipo e a forma quando não se adivinham.

    Examples:
        >>> array_repr(array([1.0, 2.0])), array_repr(array([1, 2], dtype="uint8"))
        ('array([1., 2.])', 'array([1, 2], dtype=uint8)')
        >>> array_repr(zeros((0, 3)))
        'array([], shape=(0, 3), dtype=float64)'
    """
    options = CURRENT.get()
    width = options.linewidth if max_line_width is None else max_line_width
    prefix = "array("
    text = prefix + array2string(x, width, precision, suppress_small, ", ", prefix, suffix=")")
    extras = []
    if (x.size == 0 and x.shape != (0,)) or x.size > options.threshold:
        extras.append(f"shape={x.shape}")
    if x.size == 0 or x.dtype.name not in IMPLIED:
        extras.append(f"dtype={x.dtype.name}")
    if not extras:
        return text + ")"
    text, ending = text + ",", ", ".join(extras) + ")"
    last_line = len(text) - (text.rfind("\n") + 1)
    return text + (" " if last_line + 1 + len(ending) <= width else "\n" + " " * len(prefix)) + ending


def scalar_str(value: Any, dtype: "DType") -> str:
    """Um número sozinho, como `str` o mostra: o decimal mais curto que o distingue dos outros do seu tipo."""
    if dtype.kind == "c":
        return complex_str(value, dtype.name == "complex64")
    return float_str(value, dtype.name == "float32") if dtype.kind == "f" else str(value)


def scalar_repr(value: Any, dtype: "DType") -> str:
    """Um número sozinho, como o prompt o mostra: `np.float64(1.0)`, `np.True_`.

    Examples:
        >>> array([1.0, 2.0])[0], array([True])[0]
        (np.float64(1.0), np.True_)
    """
    if dtype.kind == "O":
        return repr(value)
    text = scalar_str(value, dtype)
    return f"np.{text}_" if dtype.kind == "b" else f"np.{dtype.name}({text.strip('()')})"
