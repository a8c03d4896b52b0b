r"""Da regra ao tensor: uma função do Python aplicada a cada elemento, ou uma regra para cada caso.

São atalhos de escrita, e não de tempo: por dentro, é o laço que você escreveria.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from reference.operations.broadcasting import broadcast_arrays, broadcast_to
from reference.operations.grids import indices
from reference.tensors.casting import cast
from reference.tensors.creation import asarray, zeros_like
from reference.tensors.dtypes import WEAK, DType, bool_, object_, result_type
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import broadcast_shapes
from reference.tensors.tensor import Tensor, from_values

Function = Callable[..., Any]


# --8<-- [start:each]
def each(function: Function, tensors: Sequence[Any]) -> tuple[list[Any], tuple[int, ...]]:
    """O laço: chama a função com um elemento de cada tensor por vez; dá os resultados e a forma comum.

    Examples:
        >>> each(lambda a, b: a if a > b else b, [array([1, 5]), array([[2], [4]])])
        ([2, 5, 4, 5], (2, 2))
    """
    x = broadcast_arrays(*tensors)
    results = []
    for values in zip(*(one.elements() for one in x)):
        results.append(function(*values))
    return results, x[0].shape
# --8<-- [end:each]


class vectorize:
    """Uma função de números que passa a receber tensores: o laço é por conta de quem chama.

    Args:
        pyfunc: Recebe um número de cada tensor e devolve um número, ou uma tupla deles.
        otypes: Tipo de cada resultado; sem eles, o do resultado com os primeiros elementos.
        doc: Docstring; sem ela, a da função.
        excluded: Posições ou nomes dos argumentos que vão inteiros, em vez de elemento por elemento.

    Raises:
        TypeError: Se forem pedidos `cache` ou `signature`, que não são oferecidos aqui.
        ValueError: Se não houver elemento nenhum e o tipo não for dito.

    Examples:
        >>> def relu(x):
        ...     return x if x > 0 else 0.0
        >>> vectorize(relu)([[-1.5, 2.0], [0.5, -3.0]])
        array([[0. , 2. ],
               [0.5, 0. ]])
    """

    def __init__(
        self,
        pyfunc: Function | None = None,
        otypes: Any = None,
        doc: str | None = None,
        excluded: Collection[Any] = (),
        cache: bool = False,
        signature: str | None = None,
    ) -> None:
        if cache or signature is not None:
            raise TypeError("vectorize: cache e signature não são oferecidos aqui")
        self.pyfunc, self.otypes, self.excluded = pyfunc, otypes, frozenset(excluded)
        self.__doc__ = doc or getattr(pyfunc, "__doc__", None)
        self.__name__ = getattr(pyfunc, "__name__", "vectorize")

    def __call__(self, *args: Any, **options: Any) -> Any:
        """O tensor dos resultados, da forma comum dos argumentos."""
        if self.pyfunc is None:  # @vectorize(otypes=[float]): o que chega é a função
            return vectorize(args[0], self.otypes, self.__doc__, self.excluded)
        names = [*range(len(args)), *options]
        given = dict(zip(names, [*args, *options.values()]))
        loose = [name for name in names if name not in self.excluded]

        def function(*values: Any) -> Any:
            found = {**given, **dict(zip(loose, values))}
            return self.pyfunc(*(found[k] for k in range(len(args))), **{name: found[name] for name in options})  # type: ignore[misc]

        if not loose:
            return function()
        tensors = [asarray(given[name]) for name in loose]
        kinds = self.kinds(function, tensors)
        results, shape = each(function, tensors)
        columns = [results] if len(kinds) == 1 else list(zip(*results)) or [()] * len(kinds)
        found = [from_values(cast(list(c), object_, kind), shape, kind) for c, kind in zip(columns, kinds)]
        return tuple(found) if len(kinds) > 1 else found[0]

    def kinds(self, function: Function, tensors: list[Tensor]) -> list[DType]:
        """O tipo de cada resultado: o pedido ou, chamando a função uma vez a mais, o do que ela dá dos primeiros."""
        if self.otypes is not None:
            return [dtype_named(kind) for kind in self.otypes]
        if not all(x.size for x in tensors):
            raise ValueError("vectorize: sem nenhum elemento não se sabe o tipo do resultado; diga-o em otypes")
        first = function(*(x[(0,) * x.ndim] for x in tensors))
        return [asarray(value).dtype for value in (first if isinstance(first, tuple) else (first,))]


def frompyfunc(function: Function, nin: int, nout: int) -> Function:
    """Uma função de `nin` números que passa a receber tensores; os resultados são sempre tensores de objetos.

    Args:
        function: Recebe `nin` números e devolve `nout`: um, ou uma tupla.
        nin: Quantos argumentos.
        nout: Quantos resultados.

    Raises:
        TypeError: Ao chamar, se os argumentos não forem `nin`.

    Examples:
        >>> frompyfunc(str, 1, 1)([1, 2])
        array(['1', '2'], dtype=object)
    """

    def call(*args: Any) -> Any:
        if len(args) != nin:
            raise TypeError(f"frompyfunc: a função recebe {nin} argumento(s) e foram dados {len(args)}")
        results, shape = each(function, args)
        columns = list(zip(*results)) if nout > 1 and results else [results] * nout
        found = tuple(from_values(list(column), shape, object_)[()] for column in columns)
        return found if nout > 1 else found[0]

    return call


# --8<-- [start:fromfunction]
def fromfunction(function: Function, shape: Any, *, dtype: Any = float, **options: Any) -> Any:
    r"""O tensor que a função faz a partir dos índices: $z_{ij} = f(i, j)$.

    A função é chamada **uma vez**, com um tensor de índices por eixo, e não com um número por vez.

    Args:
        function: Recebe um tensor por eixo.
        shape: A forma, numa tupla.
        dtype: Tipo dos índices.
        options: Outros argumentos da função, por nome.

    Raises:
        TypeError: Se a forma for um número solto.

    Examples:
        >>> fromfunction(lambda i, j: 10 * i + j, (2, 3), dtype=int)
        array([[ 0,  1,  2],
               [10, 11, 12]])
    """
    return function(*indices(tuple(shape), dtype), **options)
# --8<-- [end:fromfunction]


# --8<-- [start:select]
def select(condlist: Sequence[Any], choicelist: Sequence[Any], default: Any = 0) -> Tensor:
    """Em cada posição, o valor da **primeira** condição verdadeira; se nenhuma for, o padrão.

    Args:
        condlist: Máscaras.
        choicelist: Um valor (número ou tensor) por máscara.
        default: O valor onde nenhuma é verdadeira.

    Returns:
        Tensor da forma comum a todos, com o dtype da promoção dos valores.

    Raises:
        ValueError: Se as duas listas não forem do mesmo tamanho, ou vazias.
        TypeError: Se uma condição não for de booleanos.

    Examples:
        >>> x = arange(6)
        >>> select([x < 2, x < 4], [x, 10 * x], -1)
        array([ 0,  1, 20, 30, -1, -1])
    """
    if len(condlist) != len(choicelist) or not len(condlist):
        raise ValueError(f"select: {len(condlist)} condição(ões) para {len(choicelist)} valor(es)")
    masks = [asarray(mask) for mask in condlist]
    if any(mask.dtype is not bool_ for mask in masks):
        raise TypeError(f"select: as condições são máscaras de booleanos, e não {[str(m.dtype) for m in masks]}")
    choices = [value if type(value) in WEAK else asarray(value) for value in (*choicelist, default)]
    kind = result_type(*choices)
    values = [asarray(value, kind) for value in choices]
    shape = broadcast_shapes(*(x.shape for x in (*masks, *values)))
    columns = [broadcast_to(x, shape).elements() for x in (*masks, *values)]
    results = []
    for row in zip(*columns):
        answers, choice = row[: len(masks)], row[len(masks) :]
        results.append(choice[answers.index(True) if True in answers else -1])
    return from_values(results, shape, kind)
# --8<-- [end:select]


def piecewise(x: Any, condlist: Any, funclist: Sequence[Any], *args: Any, **options: Any) -> Tensor:
    """Uma função por pedaços: onde vale a condição, o resultado da função dela; a **última** condição verdadeira manda.

    Args:
        x: Tensor.
        condlist: Máscaras da forma de `x`, ou uma só.
        funclist: Por máscara, um número ou uma função do vetor dos elementos escolhidos; uma a mais vale no resto.
        args: Outros argumentos das funções.
        options: Outros argumentos das funções, por nome.

    Returns:
        Tensor da forma e do tipo de `x`.

    Raises:
        ValueError: Se as funções não forem tantas quantas as condições, ou uma a mais.

    Examples:
        >>> piecewise(array([-2.0, 1.0, 3.0]), [array([True, False, False])], [lambda v: -v, 0])
        array([2., 0., 0.])
    """
    x = asarray(x)
    several = asarray(condlist).ndim > 0 and (not x.ndim or asarray(condlist[0]).ndim > 0)
    masks = [asarray(mask, bool_) for mask in (condlist if several else [condlist])]
    if len(funclist) == len(masks) + 1:
        masks.append(~select(masks, [True] * len(masks), False))
    if len(funclist) != len(masks):
        raise ValueError(f"piecewise: {len(masks)} condição(ões) para {len(funclist)} função(ões)")
    result = zeros_like(x)
    for mask, function in zip(masks, funclist):
        chosen = x[mask]
        if not callable(function):
            result[mask] = function
        elif chosen.size:
            result[mask] = function(chosen, *args, **options)
    return result
