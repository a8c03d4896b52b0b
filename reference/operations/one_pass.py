r"""Uma passada só: uma fórmula inteira aplicada a cada elemento, sem tensores intermediários.

$m + (x - m)\,c$ com tensores são quatro operações, e cada uma percorre a memória e faz um tensor novo. Quem escreve a
fórmula como um laço sobre os elementos pede que a memória seja percorrida uma vez, com a fórmula toda em cada um.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from reference.operations.loop import over_lines
from reference.operations.namespaces import shape_of
from reference.operations.universal import Plan, number
from reference.tensors.creation import asarray
from reference.tensors.dtypes import result_type
from reference.tensors.layout import common_shape
from reference.tensors.tensor import Tensor, empty_tensor


# --8<-- [start:one_pass]
class Formula(Plan):
    """O plano de uma fórmula: a conta recebe um punhado de elementos de uma vez, e não um por chamada."""

    def line(self, *columns: Sequence[Any]) -> list[Any]:
        """A conta, para uma coluna de números por operando."""
        return self.fast(zip(*columns))  # type: ignore[no-any-return]


def one_pass(rule: Callable[..., list[Any]]) -> Callable[..., Any]:
    r"""Decorador: o laço de uma fórmula passa a percorrer os nossos tensores uma vez só.

    O laço só usa operadores (`+`, `-`, `*`, `/`, `**`), e por isso vale também para um elemento só, que pode ser um
    número ou um tensor inteiro de qualquer biblioteca. O resultado é o mesmo; muda quantas vezes se percorre a memória.

    Args:
        rule: Recebe os elementos, um punhado de tuplas com um número de cada tensor, e as constantes da fórmula, se as
            há; devolve a lista dos resultados.

    Returns:
        A função que recebe os tensores, cujas formas se combinam por *broadcasting*, e depois as constantes.

    Examples:
        >>> @one_pass
        ... def toward(elements, part):
        ...     return [x + (target - x) * part for x, target in elements]
        >>> toward(0.0, 10.0, 0.5)
        5.0
        >>> toward(array([0.0, 4.0]), array([10.0, 20.0]), 0.5)
        array([ 5., 12.])
    """
    how_many = rule.__code__.co_argcount - 1

    @wraps(rule)
    def applied(*values: Any) -> Any:
        tensors, numbers = values[: len(values) - how_many], values[len(values) - how_many :]
        kind = result_type(*values) if any(type(x) is Tensor and x.ndim for x in tensors) else None
        if kind is None or kind.kind != "f" or any(map(shape_of, numbers)):
            return rule([tensors], *numbers)[0]
        constants = [number(x, kind) for x in numbers]
        formula = Formula((kind,) * len(tensors), kind, lambda elements: rule(elements, *constants), rule)
        try:
            if (z := formula.at_once(tensors)) is not None:
                return z
            operands = [asarray(x, dtype=kind) for x in tensors]
            out = empty_tensor(common_shape(*(x.shape for x in operands)), kind)
            over_lines(formula.line, operands, formula.kinds, out)
            return out
        except ArithmeticError:  # um elemento que o Python se recusa a calcular; operação a operação, sai inf ou nan
            return rule([tensors], *numbers)[0]

    return applied
# --8<-- [end:one_pass]
