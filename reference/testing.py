"""Afirmações: o que um teste diz de dois tensores, e o relato de onde eles diferem quando não é verdade.

São as funções de `numpy.testing` que os programas chamam: `np.testing.assert_allclose(x, y)`. Nada devolvem se é
verdade; se não é, levantam `AssertionError`.
"""

from collections.abc import Callable
from typing import Any

from reference.operations.broadcasting import broadcast_arrays
from reference.operations.comparison import equal, isclose, isfinite, isnan, less
from reference.operations.elementwise import abs, subtract
from reference.operations.logic import logical_and, logical_not, logical_or
from reference.operations.selecting import argwhere
from reference.tensors.creation import asarray
from reference.tensors.dtypes import bool_, result_type
from reference.tensors.tensor import Tensor

__all__ = [
    "assert_",
    "assert_allclose",
    "assert_almost_equal",
    "assert_array_almost_equal",
    "assert_array_equal",
    "assert_array_less",
    "assert_equal",
    "assert_raises",
]


def same_shape(x: Tensor, y: Tensor) -> bool:
    """Se as formas são as mesmas; um número sozinho se compara com qualquer forma.

    Examples:
        >>> same_shape(array([1, 2]), array([3, 4])), same_shape(array([1, 2]), array(3))
        (True, True)
        >>> same_shape(array([1, 2]), array([[1, 2]]))
        False
    """
    return x.shape == y.shape or () in (x.shape, y.shape)


# --8<-- [start:check]
def check(
    claim: str, x: Any, y: Any, rule: Callable[[Tensor, Tensor], Any], message: str, strict: bool = False
) -> None:
    """Confere uma afirmação elemento a elemento.

    Args:
        claim: A afirmação, para o relato.
        x: O que se obteve.
        y: O que se esperava.
        rule: Recebe os dois tensores e devolve a máscara de onde a afirmação é verdadeira.
        message: O que mais se diz no relato.
        strict: Se um número sozinho não vale pela forma inteira, e os tipos têm de ser os mesmos.

    Raises:
        AssertionError: Se as formas diferirem, ou se a afirmação for falsa em algum lugar.

    Examples:
        >>> check("são iguais", [1, 2, 3], [1, 5, 3], equal, "")
        Traceback (most recent call last):
        AssertionError: são iguais: falso em 1 de 3 elementos, o primeiro em (1,): 2 e 5
    """
    x, y = asarray(x), asarray(y)
    note = f"\n{message}" if message else ""
    if not same_shape(x, y) or (strict and (x.shape, x.dtype) != (y.shape, y.dtype)):
        kinds = f" e os tipos {x.dtype} e {y.dtype}" if strict else ""
        raise AssertionError(f"{claim}: falso, as formas são {x.shape} e {y.shape}{kinds}{note}")
    holds, x, y = broadcast_arrays(asarray(rule(x, y), bool_), x, y)
    if holds.all():
        return
    wrong = argwhere(logical_not(holds)).tolist()
    place = tuple(wrong[0]) if wrong[0] else ()
    values = f"{x[place]} e {y[place]}"
    where = f", o primeiro em {place}: {values}" if place else f": {values}"
    raise AssertionError(f"{claim}: falso em {len(wrong)} de {holds.size} elementos{where}{note}")
# --8<-- [end:check]


def alike(x: Tensor, y: Tensor) -> Any:
    """Máscara dos elementos iguais; `nan` é igual a `nan`.

    Examples:
        >>> alike(array([1.0, nan]), array([2.0, nan])).tolist()
        [False, True]
    """
    same = equal(x, y)
    if "O" in x.dtype.kind + y.dtype.kind:
        return same
    return logical_or(same, logical_and(isnan(x), isnan(y)))


def assert_array_equal(
    actual: Any, desired: Any, err_msg: str = "", verbose: bool = True, *, strict: bool = False
) -> None:
    """Os dois têm a mesma forma e os mesmos elementos; `nan` é igual a `nan`.

    Args:
        actual: O que se obteve.
        desired: O que se esperava; um número vale por um tensor todo igual a ele.
        err_msg: O que mais se diz no relato.
        verbose: Aceito, como no NumPy; o relato é sempre o mesmo.
        strict: Se a forma e o tipo têm de ser exatamente os mesmos.

    Raises:
        AssertionError: Se não for verdade.

    Examples:
        >>> assert_array_equal([1, 2], array([1, 2]))
    """
    check("são iguais", actual, desired, alike, err_msg, strict)


# --8<-- [start:assert_allclose]
def assert_allclose(
    actual: Any, desired: Any, rtol: float = 1e-7, atol: float = 0, equal_nan: bool = True, err_msg: str = "",
    verbose: bool = True, *, strict: bool = False,
) -> None:  # fmt: skip
    r"""Os dois estão próximos: $|x - y| \le \text{atol} + \text{rtol}\,|y|$, em que $y$ é o esperado.

    Args:
        actual: O que se obteve.
        desired: O que se esperava.
        rtol: Quanto o erro pode ser, em relação ao esperado.
        atol: Quanto mais ele pode ser, em absoluto.
        equal_nan: Se `nan` é igual a `nan`.
        err_msg: O que mais se diz no relato.
        verbose: Aceito, como no NumPy; o relato é sempre o mesmo.
        strict: Se a forma e o tipo têm de ser exatamente os mesmos.

    Raises:
        AssertionError: Se não for verdade.

    Examples:
        >>> assert_allclose([0.1 + 0.2], [0.3])
        >>> assert_allclose([1.0, 2.0], [1.0, 2.1])
        Traceback (most recent call last):
        AssertionError: próximos (rtol=1e-07, atol=0): falso em 1 de 2 elementos, o primeiro em (1,): 2.0 e 2.1
    """
    claim = f"próximos (rtol={rtol:g}, atol={atol:g})"
    check(claim, actual, desired, lambda x, y: isclose(x, y, rtol, atol, equal_nan), err_msg, strict)
# --8<-- [end:assert_allclose]


def near(decimal: int, factor: float) -> Callable[[Tensor, Tensor], Any]:
    """Regra da proximidade em casas decimais; o que não é finito tem de ser igual.

    Examples:
        >>> near(2, 1.5)(array([1.0, 1.0]), array([1.01, 1.02])).tolist()
        [True, False]
    """

    def rule(x: Tensor, y: Tensor) -> Any:
        both = logical_and(isfinite(x), isfinite(y))
        close = less(abs(subtract(x, asarray(y, result_type(y, 1.0)))), factor * 10.0**-decimal)
        return logical_or(alike(x, y), logical_and(both, close))

    return rule


def assert_almost_equal(actual: Any, desired: Any, decimal: int = 7, err_msg: str = "", verbose: bool = True) -> None:
    r"""Iguais até `decimal` casas: $|x - y| < 1{,}5 \cdot 10^{-d}$.

    Raises:
        AssertionError: Se não for verdade.

    Examples:
        >>> assert_almost_equal(2.0 / 3, 0.6667, decimal=4)
    """
    check(f"iguais até {decimal} casas", actual, desired, near(decimal, 1.5), err_msg)


def assert_array_almost_equal(
    actual: Any, desired: Any, decimal: int = 6, err_msg: str = "", verbose: bool = True
) -> None:
    """O mesmo que `assert_almost_equal`, com seis casas se não se diz quantas.

    Raises:
        AssertionError: Se não for verdade.

    Examples:
        >>> assert_array_almost_equal([1.0, 2.0], [1.0, 2.0000001])
    """
    assert_almost_equal(actual, desired, decimal, err_msg, verbose)


def assert_array_less(x: Any, y: Any, err_msg: str = "", verbose: bool = True, *, strict: bool = False) -> None:
    """Todo elemento de `x` é menor que o de `y`.

    Raises:
        AssertionError: Se não for verdade.

    Examples:
        >>> assert_array_less([1, 2], 3)
    """

    def rule(a: Tensor, b: Tensor) -> Any:
        return logical_or(less(a, b), logical_and(isnan(a), isnan(b)))

    check("é menor", x, y, rule, err_msg, strict)


def assert_equal(actual: Any, desired: Any, err_msg: str = "", verbose: bool = True, *, strict: bool = False) -> None:
    """Os dois são iguais: números, tensores, ou listas, tuplas e dicionários com eles dentro.

    Raises:
        AssertionError: Se não for verdade.

    Examples:
        >>> assert_equal({"w": array([1, 2]), "b": 0.5}, {"w": array([1, 2]), "b": 0.5})
    """
    if isinstance(desired, dict):
        check_lengths(actual, desired, dict, err_msg)
        for key, value in desired.items():
            assert_(key in actual, f"são iguais: falta a chave {key!r}\n{err_msg}")
            assert_equal(actual[key], value, f"na chave {key!r}\n{err_msg}", verbose)
    elif isinstance(desired, list | tuple) and isinstance(actual, list | tuple):
        check_lengths(actual, desired, (list, tuple), err_msg)
        for k, value in enumerate(desired):
            assert_equal(actual[k], value, f"na posição {k}\n{err_msg}", verbose)
    elif isinstance(actual, Tensor | float | int) and isinstance(desired, Tensor | float | int):
        assert_array_equal(actual, desired, err_msg, verbose, strict=strict)
    else:
        assert_(bool(actual == desired), f"são iguais: falso, {actual!r} e {desired!r}\n{err_msg}")


def check_lengths(actual: Any, desired: Any, kind: Any, message: str) -> None:
    """Confere que os dois guardam o mesmo número de coisas.

    Raises:
        AssertionError: Se não for verdade.

    Examples:
        >>> check_lengths([1, 2], [3, 4], list, "")
    """
    if not isinstance(actual, kind) or len(actual) != len(desired):
        raise AssertionError(f"são iguais: falso, {actual!r} e {desired!r} não têm o mesmo tamanho\n{message}")


def assert_(val: Any, msg: str = "") -> None:
    """`val` é verdadeiro; ao contrário da instrução `assert`, vale também com `python -O`.

    Raises:
        AssertionError: Se não for.

    Examples:
        >>> assert_(1 < 2)
    """
    if not val:
        raise AssertionError(msg)


class assert_raises:
    """A conta levanta o erro: `assert_raises(ValueError, f, x)`, ou `with assert_raises(ValueError): …`.

    Raises:
        AssertionError: Se ela não levantar erro nenhum; um erro de outro tipo passa como veio.

    Examples:
        >>> with assert_raises(ValueError):
        ...     ones((2, 3)) + ones((4,))
    """

    def __init__(self, expected: Any, function: Callable[..., Any] | None = None, *args: Any, **options: Any) -> None:
        self.expected = expected
        if function is not None:
            with self:
                function(*args, **options)

    def __enter__(self) -> "assert_raises":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> bool:
        if kind is None:
            raise AssertionError(f"esperava-se {self.expected!r}, e nenhum erro veio")
        self.exception = error
        return issubclass(kind, self.expected)


def __getattr__(name: str) -> Any:
    """Diz que não se oferece o que se pediu."""
    raise AttributeError(f"testing.{name}: não é oferecido aqui; há {', '.join(__all__)}")
