"""Números em texto: uma linha do arquivo é uma linha da tabela, e cada número vai escrito por extenso.

É o formato que uma pessoa lê e qualquer programa abre. Custa mais espaço que os bytes de `files` e mais tempo para ler.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import TextIOBase
from pathlib import Path
from typing import Any

from reference.tensors.creation import asarray
from reference.tensors.dtypes import DType, bounds
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.files import write
from reference.tensors.tensor import Tensor, from_values


def lines_of(source: Any, encoding: str | None) -> Iterable[str]:
    """As linhas de um arquivo (pelo caminho ou já aberto), de uma lista ou de um gerador de textos.

    Raises:
        ValueError: Se não for nada disso.
    """
    if isinstance(source, str | Path):
        return Path(source).read_text(encoding=encoding or "utf-8").splitlines()
    if not hasattr(source, "__iter__"):
        raise ValueError(f"loadtxt: espera um caminho, um arquivo ou as linhas dele, e não {type(source).__name__}")
    return (line.decode(encoding or "latin1") if isinstance(line, bytes) else line for line in source)


# --8<-- [start:fields]
def fields(line: str, comments: Sequence[str], delimiter: str | None) -> list[str]:
    """Os pedaços de uma linha, sem o comentário; de uma linha em branco, nenhum.

    Examples:
        >>> fields("1, 2  # o primeiro", ["#"], ",")
        ['1', ' 2  ']
        >>> fields("  1   2", ["#"], None)
        ['1', '2']
    """
    for mark in comments:
        line = line.split(mark, 1)[0]
    line = line.strip("\r\n")
    if not line.strip() and delimiter in (None, *line):
        return []
    return line.split(delimiter) if line else []
# --8<-- [end:fields]


# --8<-- [start:number]
def number(text: str, d: DType) -> Any:
    """O número escrito num pedaço de texto.

    Raises:
        ValueError: Se o texto não for o de um número do tipo.

    Examples:
        >>> number(" 1.5", float64), number("7", int64)
        (1.5, 7)
    """
    if d.kind == "O":
        return text
    if "_" in text or not text.isascii():  # o Python leria 1_000 e algarismos de outras escritas
        raise ValueError(text)
    if d.kind in "fc":
        return float(text) if d.kind == "f" else complex(text)
    value = int(text)
    if d.kind == "b":
        return value != 0
    low, high = bounds(d)
    if not low <= value <= high:
        raise ValueError(text)
    return value
# --8<-- [end:number]


# --8<-- [start:loadtxt]
def loadtxt(
    fname: Any, dtype: Any = float, comments: Any = "#", delimiter: str | None = None, converters: Any = None,
    skiprows: int = 0, usecols: Any = None, unpack: bool = False, ndmin: int = 0, encoding: str | None = None,
    max_rows: int | None = None,
) -> Tensor:  # fmt: skip
    """Lê uma tabela de números de um texto.

    Args:
        fname: Caminho, arquivo aberto, ou as linhas.
        dtype: Tipo dos elementos.
        comments: O que começa um comentário: um texto, vários, ou `None`.
        delimiter: O que separa os números; `None`, espaços.
        converters: Função do texto de um número ao número; ou um dicionário, da coluna à função dela.
        skiprows: Quantas linhas pular no começo, contando as de comentário.
        usecols: Que colunas ler: o número de uma, ou uma sequência.
        unpack: Se devolve a transposta: `x, y = loadtxt(…, unpack=True)`.
        ndmin: De quantos eixos, ao menos, é o resultado: 0, 1 ou 2.
        encoding: Codificação do texto; sem ela, UTF-8 num arquivo dado pelo caminho.
        max_rows: Quantas linhas de números ler.

    Returns:
        Matriz de forma (linhas, colunas); um eixo de tamanho 1 some, se `ndmin` deixar.

    Raises:
        ValueError: Se um pedaço não for um número do tipo, se as linhas tiverem tamanhos diferentes, se faltar uma
            coluna ou se um argumento não servir.
        TypeError: Se `delimiter` não for um caractere só, ou uma coluna não for um inteiro.

    Examples:
        >>> loadtxt(["# altura, peso", "1.60, 55", "1.75, 72"], delimiter=",")
        array([[ 1.6 , 55.  ],
               [ 1.75, 72.  ]])
    """
    d, marks = dtype_named(dtype), [comments] if isinstance(comments, str) else list(comments or [])
    check_arguments(marks, delimiter, skiprows, ndmin, max_rows)
    chosen = None if usecols is None else columns(usecols)
    values: list[Any] = []
    rows, width = 0, None
    for row in found_rows(lines_of(fname, encoding), marks, delimiter, skiprows, max_rows):
        picked = pick(row, chosen, rows)
        width = len(picked) if width is None else width
        if len(picked) != width:
            raise ValueError(f"loadtxt: a linha {rows} tem {len(picked)} números, e as de cima, {width}")
        for k, text in picked:
            values.append(converted(text, d, k, rows, converters))
        rows += 1
    return arranged(from_values(values, (rows, width), d) if width else from_values([], (0, 1), d), unpack, ndmin)
# --8<-- [end:loadtxt]


def check_arguments(marks: Sequence[str], delimiter: Any, skiprows: int, ndmin: int, max_rows: int | None) -> None:
    """Confere os argumentos de `loadtxt`.

    Raises:
        ValueError: Se uma quantidade for negativa, `ndmin` não for 0, 1 ou 2, ou um comentário começar com nada.
        TypeError: Se `delimiter` não for um caractere só.
    """
    if delimiter is not None and (not isinstance(delimiter, str) or len(delimiter) != 1):
        raise TypeError(f"loadtxt: delimiter é um caractere só, e não {delimiter!r}")
    if "" in marks:
        raise ValueError("loadtxt: um comentário não começa com nada; para não haver comentários, comments=None")
    if skiprows < 0 or (max_rows or 0) < 0:
        raise ValueError(f"loadtxt: não se contam linhas negativas: skiprows={skiprows}, max_rows={max_rows}")
    if ndmin not in (0, 1, 2):
        raise ValueError(f"loadtxt: ndmin é 0, 1 ou 2, e não {ndmin!r}")


def columns(usecols: Any) -> list[int]:
    """As colunas pedidas, numa lista.

    Raises:
        TypeError: Se uma não for um inteiro.
    """
    return [operator.index(k) for k in (usecols if hasattr(usecols, "__iter__") else [usecols])]


def found_rows(
    lines: Iterable[str], marks: Sequence[str], delimiter: str | None, skiprows: int, max_rows: int | None
) -> Iterator[list[str]]:
    """Os pedaços de cada linha que tem algum, das que se pediram."""
    found = 0
    for k, line in enumerate(lines):
        if max_rows is not None and found >= max_rows:
            return
        row = fields(line, marks, delimiter) if k >= skiprows else []
        if row:
            found += 1
            yield row


def pick(row: list[str], chosen: list[int] | None, place: int) -> list[tuple[int, str]]:
    """As colunas escolhidas de uma linha, cada uma com o seu número.

    Raises:
        ValueError: Se faltar uma.
    """
    if chosen is None:
        return list(enumerate(row))
    for k in chosen:
        if not -len(row) <= k < len(row):
            raise ValueError(f"loadtxt: não há coluna {k} na linha {place}, que tem {len(row)}")
    return [(k % len(row), row[k]) for k in chosen]


def converted(text: str, d: DType, column: int, row: int, converters: Any) -> Any:
    """O número de um pedaço.

    Raises:
        ValueError: Se não for o texto de um, dizendo onde está.
    """
    function: Callable[[str], Any] | None = converters if callable(converters) else (converters or {}).get(column)
    if function is not None:
        return asarray(function(text), d).item()
    try:
        return number(text, d)
    except ValueError as error:
        raise ValueError(f"loadtxt: {text!r}, na linha {row}, coluna {column}, não é um {d}") from error


def arranged(x: Tensor, unpack: bool, ndmin: int) -> Tensor:
    """A tabela, sem os eixos de tamanho 1 que sobram."""
    if x.ndim > ndmin:
        kept = tuple(n for n in x.shape if n != 1)
        if len(kept) < ndmin:
            kept = (1,)
        x = x.reshape(kept)
    return x.transpose() if unpack else x


# --8<-- [start:savetxt]
def savetxt(
    fname: Any, x: Any, fmt: Any = "%.18e", delimiter: str = " ", newline: str = "\n", header: str = "",
    footer: str = "", comments: str = "# ", encoding: str | None = None,
) -> None:  # fmt: skip
    """Escreve um vetor (um número por linha) ou uma matriz num texto.

    Args:
        fname: Caminho, ou arquivo aberto, de texto ou binário.
        x: Tensor de um ou dois eixos.
        fmt: Como se escreve um número, no formato `%` do Python; um por coluna, numa sequência; ou a linha toda.
        delimiter: O que separa os números.
        newline: O que termina uma linha.
        header: Texto do começo.
        footer: Texto do fim.
        comments: O que vai na frente das linhas desses dois.
        encoding: Codificação do texto; sem ela, a do NumPy, `latin1`.

    Raises:
        ValueError: Se `x` não tiver um ou dois eixos, ou se `fmt` não tiver um formato por coluna.
        TypeError: Se o formato não servir aos números.

    Examples:
        >>> from io import StringIO
        >>> file = StringIO()
        >>> savetxt(file, [[1, 2], [3, 4]], fmt="%d", delimiter=",", header="a,b")
        >>> file.getvalue()
        '# a,b\\n1,2\\n3,4\\n'
    """
    x = asarray(x)
    if x.ndim not in (1, 2):
        raise ValueError(f"savetxt: espera um vetor ou uma matriz, e a forma é {x.shape}")
    table = x if x.ndim == 2 else x.reshape((x.size, 1))
    pattern = line_format(fmt, table.shape[1], delimiter, 2 if x.dtype.kind == "c" else 1)
    lines = [comments + text.replace("\n", "\n" + comments) for text in (header, footer) if text]
    body = [written(pattern, row) for row in table]
    parts = [*(lines[:1] if header else []), *body, *(lines[-1:] if footer else [])]
    text = "".join(line + newline for line in parts)
    if isinstance(fname, TextIOBase):
        fname.write(text)
    else:
        write(fname, text.encode(encoding or "latin1"))
# --8<-- [end:savetxt]


def line_format(fmt: Any, count: int, delimiter: str, parts: int) -> str:
    """O formato de uma linha de `count` números; as duas partes de um complexo vão entre parênteses.

    Raises:
        AttributeError: Se a sequência não tiver um formato por coluna.
        ValueError: Se o texto não tiver um, nem um por coluna.
    """
    if isinstance(fmt, list | tuple):
        if len(fmt) != count:
            raise AttributeError(f"savetxt: há {len(fmt)} formato(s) em fmt e {count} coluna(s)")
        return delimiter.join(fmt)
    if not isinstance(fmt, str):
        raise ValueError(f"savetxt: fmt é um texto ou uma sequência deles, e não {fmt!r}")
    if fmt.count("%") == 1:
        return delimiter.join([fmt if parts == 1 else f" ({fmt}+{fmt}j)"] * count)
    if fmt.count("%") not in (count, parts * count):
        raise ValueError(f"savetxt: há {fmt.count('%')} formato(s) em {fmt!r} e {count} coluna(s)")
    return fmt


def written(pattern: str, row: Tensor) -> str:
    """Uma linha de números, escrita.

    Raises:
        TypeError: Se o formato não servir a eles.
    """
    try:
        if row.dtype.kind == "c":
            return (pattern % tuple(part for z in row for part in (z.real, z.imag))).replace("+-", "-")
        return pattern % tuple(row)
    except TypeError as error:
        raise TypeError(f"savetxt: o formato {pattern!r} não serve a números do tipo {row.dtype}: {error}") from error
