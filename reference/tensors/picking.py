r"""Escolher com o gerador novo: os inteiros, as ordens e os elementos que `default_rng` sorteia.

As ideias são as de `choosing`; as contas mudaram, e com elas os números. Um inteiro sai de uma multiplicação em vez de
uma máscara, e escolher poucos entre muitos sem repetir já não embaralha todos.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from reference.tensors.choosing import below, check_chances, check_mutable, mix, pieces
from reference.tensors.creation import array, as_shape, asarray
from reference.tensors.distributions import distinct, search
from reference.tensors.dtypes import bounds, can_cast, int64
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import is_contiguous, size_of
from reference.tensors.pcg64 import PCG64, lemire
from reference.tensors.tensor import Tensor, empty_tensor, from_values, scalar
from reference.tensors.twister import fill, numbers_in


# --8<-- [start:floyd]
def floyd(draw: Callable[[int], int], count: int, wanted: int) -> list[int]:
    """Posições distintas entre `count`, com um sorteio para cada uma das `wanted`, e não para cada uma das `count`.

    Cada volta deixa escolher uma posição a mais, a última. Se sai uma que já saiu, quem entra é a última, que não podia
    ter saído antes.

    Args:
        draw: `draw(i)` dá um inteiro de 0 a `i`, todos com a mesma chance.
        count: De quantas se escolhe.
        wanted: Quantas se escolhem.

    Examples:
        >>> floyd(lambda last: 2, 10, 3)
        [2, 8, 9]
    """
    found: dict[int, None] = {}
    for last in range(count - wanted, count):
        drawn = draw(last)
        found[last if drawn in found else drawn] = None
    return list(found)
# --8<-- [end:floyd]


def whole(x: Any) -> Tensor:
    """Tensor de inteiros com os números de `x`, sem a parte fracionária.

    Raises:
        ValueError: Se houver `nan`.
        OverflowError: Se houver um infinito.

    Examples:
        >>> whole([2.7, -2.7]), whole(3)
        (array([ 2, -2]), array(3))
    """
    x = asarray(x)
    return from_values(list(map(int, numbers_in(x))), x.shape, int64) if x.dtype.kind == "f" else x


def by_columns(x: Tensor) -> bool:
    """Se a memória de `x` é percorrida na ordem inversa da dos índices, como a de uma matriz transposta.

    Examples:
        >>> x = asarray([[1, 2], [3, 4]])
        >>> by_columns(x), by_columns(x.T)
        (False, True)
    """
    axes = [axis for axis in range(x.ndim) if x.shape[axis] > 1]
    return len(axes) > 1 and sorted(axes, key=lambda axis: -abs(x.steps[axis])) == axes[::-1]


def shuffled_lines(draw: Callable[[int], int], x: Tensor, length: int) -> Tensor:
    """Os elementos de `x`, em que cada trecho de `length` deles foi embaralhado por si.

    Examples:
        >>> shuffled_lines(lambda i: 0, asarray([[1, 2, 3], [4, 5, 6]]), 3)
        array([[2, 3, 1],
               [5, 6, 4]])
    """
    values = x.elements()
    for start in range(0, len(values), max(1, length)):
        line = values[start : start + length]
        mix(draw, line)
        values[start : start + length] = line
    return from_values(values, x.shape, x.dtype)


def check_destination(out: Any, x: Tensor) -> None:
    """Confere que os elementos de `x` cabem em `out`.

    Raises:
        TypeError: Se `out` não for um tensor, ou se for de um tipo em que eles não cabem.
        ValueError: Se `out` for só de leitura ou tiver outra forma.
    """
    if not isinstance(out, Tensor):
        raise TypeError(f"permuted: out tem de ser um tensor, e não {type(out).__name__}")
    if not out.writeable or out.shape != x.shape:
        raise ValueError(f"permuted: out tem de deixar que o mudem e ter a forma {x.shape}, e a dele é {out.shape}")
    if not can_cast(x.dtype, out.dtype, "safe"):
        raise TypeError(f"permuted: números {x.dtype} não cabem num out {out.dtype}")


class Picker:
    """Gerador que escolhe: inteiros, ordens e elementos.

    Args:
        bit_generator: Quem dá os bits.

    Examples:
        >>> Picker(PCG64(0)).permutation(5)
        array([2, 4, 3, 0, 1])
    """

    def __init__(self, bit_generator: PCG64) -> None:
        self.bit_generator = bit_generator

    # --8<-- [start:integers]
    def bounded(self, bits: int) -> Callable[[int], int]:
        """O que dá um inteiro de 0 a um máximo, para tipos de `bits` bits: dos pequenos saem vários de cada palavra."""
        source = self.bit_generator
        if bits == 64:
            return source.below
        word = source.word32 if bits == 32 else pieces(source.word32, bits)
        return partial(lemire, word, bits=bits)
    # --8<-- [end:integers]

    def integers(self, low: Any, high: Any = None, size: Any = None, dtype: Any = int64, endpoint: bool = False) -> Any:
        """Inteiros de `low` a `high - 1`, todos com a mesma chance; sem `high`, de 0 a `low - 1`.

        Args:
            low: Menor valor.
            high: Fim, que fica de fora.
            size: Forma do resultado.
            dtype: Tipo inteiro (ou `bool`) do resultado.
            endpoint: `True` põe o fim para dentro.

        Raises:
            ValueError: Se não houver inteiro nenhum no intervalo, ou se ele não couber em `dtype`.
            TypeError: Se `dtype` não for de inteiros.

        Examples:
            >>> Picker(PCG64(0)).integers(0, 10, 5)
            array([8, 6, 5, 2, 3])
            >>> Picker(PCG64(0)).integers(1, 6, 5, endpoint=True, dtype="uint8")
            array([3, 4, 5, 6, 5], dtype=uint8)
        """
        low, high = (0, low) if high is None else (low, high)
        target = dtype_named(dtype)
        if target.kind not in "biu":
            raise TypeError(f"integers: {target} não é um tipo inteiro")
        if size is not None and not size_of(as_shape(size)):
            return empty_tensor(as_shape(size), target)
        low, high, open_end = whole(low), whole(high), not endpoint
        smallest, greatest = (0, 1) if target.kind == "b" else bounds(target)
        if any(a < smallest for a in numbers_in(low)) or any(b > greatest + open_end for b in numbers_in(high)):
            raise ValueError(f"integers: o intervalo de {low} a {high} não cabe em {target}")
        if (low >= high if open_end else low > high).any():
            end = "fora" if open_end else "dentro"
            raise ValueError(f"integers: não há inteiro entre {low} (dentro) e {high} ({end})")
        draw = self.bounded(1 if target.kind == "b" else 8 * target.itemsize)
        result = fill(lambda a, b: int(a) + draw(int(b) - open_end - int(a)), size, low, high, dtype=target)
        if isinstance(result, Tensor):
            return result
        return dtype(result) if dtype is int or dtype is bool else scalar(result, target)

    def masked(self, largest: int) -> int:
        """Inteiro de 0 a `largest`, pela máscara: é com ele, como no gerador clássico, que se embaralha."""
        return below(self.bit_generator.word32, largest)

    def shuffle(self, x: Any, axis: int = 0) -> None:
        """Embaralha ao longo de um eixo, no lugar.

        Raises:
            TypeError: Se `x` não puder ser mudado no lugar, ou se for uma lista e o eixo não for o primeiro.

        Examples:
            >>> x = [1, 2, 3, 4]
            >>> Picker(PCG64(0)).shuffle(x)
            >>> x
            [3, 1, 2, 4]
        """
        check_mutable(x)
        if not hasattr(x, "shape"):
            if axis:
                raise TypeError("shuffle: só tensores têm um eixo para escolher")
            return mix(self.masked, x)
        rows = x.swapaxes(0, axis)
        rows[:0] = rows[:0]  # o que é só de leitura reclama aqui, antes do primeiro sorteio
        if 0 not in x.shape:
            order = list(range(len(rows)))
            mix(self.masked, order)
            rows[...] = rows[order]

    def permutation(self, x: Any, axis: int = 0) -> Tensor:
        """Cópia embaralhada de `x` ao longo de um eixo; de um inteiro, os de 0 a `x - 1`.

        Raises:
            AxisError: Se `x` for um número que não é inteiro, ou se não tiver o eixo.

        Examples:
            >>> Picker(PCG64(0)).permutation([[1, 2, 3], [4, 5, 6]], axis=1)
            array([[3, 1, 2],
                   [6, 4, 5]])
        """
        source = asarray(x)
        if not source.ndim and (isinstance(x, bool) or source.dtype.kind in "iu"):
            count = max(0, int(source))
            source = from_values(list(range(count)), (count,), int64)
        rows = source.swapaxes(0, axis)
        order = list(range(len(rows)))
        mix(self.masked, order)
        return array(rows[order].swapaxes(0, axis))

    def permuted(self, x: Any, *, axis: int | None = None, out: Tensor | None = None) -> Tensor:
        """Cópia de `x` em que cada linha ao longo de um eixo é embaralhada por si; sem eixo, todos os elementos juntos.

        Args:
            x: Tensor.
            axis: Eixo das linhas; `None`, o tensor inteiro é uma linha só.
            out: Tensor em que pôr o resultado; pode ser o próprio `x`.

        Raises:
            TypeError: Se `x` não tiver eixos, ou se `out` não for um tensor em que os números de `x` caibam.
            ValueError: Se `out` tiver outra forma, ou for só de leitura.
            AxisError: Se `x` não tiver o eixo.

        Examples:
            >>> Picker(PCG64(0)).permuted([[1, 2, 3], [4, 5, 6]], axis=1)
            array([[3, 1, 2],
                   [6, 5, 4]])
        """
        source = asarray(x)
        if not source.ndim and axis is None:
            raise TypeError("permuted: um tensor sem eixos não tem o que embaralhar")
        if out is not None:
            check_destination(out, source)
        result = array(source) if out is None else out
        if axis is not None:
            moveaxis = source.__array_namespace__().moveaxis
            lines, places, length = moveaxis(source, axis, -1), moveaxis(result, axis, -1), source.shape[axis]
        else:  # na ordem da memória do resultado, que, se é novo, imita a de x
            turn = by_columns(source) if out is None else is_contiguous(out.T.shape, out.T.steps)
            lines, places, length = (source.T, result.T, source.size) if turn else (source, result, source.size)
        places[...] = shuffled_lines(self.masked, lines, length)
        return result

    def choice(
        self, a: Any, size: Any = None, replace: bool = True, p: Any = None, axis: int = 0, shuffle: bool = True
    ) -> Any:
        """Elementos de `a` (ou de 0 a `a - 1`) escolhidos ao acaso.

        Args:
            a: Tensor, ou inteiro.
            size: Forma do resultado, que toma o lugar do eixo `axis` de `a`.
            replace: Se um elemento pode sair mais de uma vez.
            p: Probabilidade de cada um; sem ela, todas iguais.
            axis: Eixo ao longo do qual se escolhe.
            shuffle: Se, sem repetição, a ordem dos escolhidos também tem de ser ao acaso.

        Raises:
            ValueError: Se não houver de onde escolher, se faltarem elementos para escolher sem repetir, ou se `p` não
                for uma distribuição sobre `a`.
            IndexError: Se `a` não tiver o eixo.

        Examples:
            >>> Picker(PCG64(0)).choice(5, 3, replace=False)
            array([3, 4, 2])
            >>> Picker(PCG64(0)).choice([10, 20], 4, p=[0.1, 0.9])
            array([20, 20, 10, 10])
        """
        items = asarray(a)
        if not items.ndim and items.dtype.kind not in "biu":
            raise ValueError(f"choice: espera um tensor ou um inteiro, e não {a!r}")
        if items.ndim and not -items.ndim <= axis < items.ndim:
            raise IndexError(f"choice: o eixo {axis} não existe num tensor de {items.ndim} eixo(s)")
        count = items.shape[axis] if items.ndim else int(items)
        shape = () if size is None else as_shape(size)
        chances = None if p is None else check_chances(p, count)
        places = self.places(count, size_of(shape), replace, chances, shuffle)
        if size is None and items.ndim < 2:
            return items[places[0]] if items.ndim else places[0]
        found = from_values(places, shape, int64)
        return array(items[(slice(None),) * (axis % items.ndim) + (found,)]) if items.ndim else found

    # --8<-- [start:places]
    def places(
        self, count: int, wanted: int, replace: bool, chances: list[float] | None, shuffle: bool
    ) -> list[int]:
        """Posições escolhidas entre `count`: `wanted` delas, com ou sem repetição, com chances iguais ou dadas."""
        if wanted and count <= 0:
            raise ValueError("choice: não há de onde escolher")
        if not replace and wanted > (count if chances is None else sum(chance > 0 for chance in chances)):
            raise ValueError(f"choice: não há {wanted} elementos para escolher sem repetir")
        draw, uniform = self.bit_generator.below, self.bit_generator.uniform_number
        if chances is not None and replace:
            return search(chances, [uniform() for _ in range(wanted)])
        if chances is not None:
            return distinct(uniform, chances, wanted)
        if replace:
            return [draw(count - 1) for _ in range(wanted)]
        if count > 10_000 and wanted > count // (50 if shuffle else 20):  # muitos: embaralha só o fim, e fica com ele
            order = list(range(count))
            mix(draw, order, count - wanted)
            return order[count - wanted :]
        found = floyd(draw, count, wanted)
        if shuffle:
            mix(draw, found)
        return found
    # --8<-- [end:places]
