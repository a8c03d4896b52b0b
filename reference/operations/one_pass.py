r"""Uma passada só: uma fórmula inteira aplicada a cada elemento, sem tensores intermediários.

$m + (x - m)\,c$ com tensores são quatro operações, e cada uma percorre a memória e faz um tensor novo. Quem escreve a
fórmula como uma regra de números pode pedir que o laço passe uma vez, com a fórmula toda em cada elemento.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from reference.operations.loop import over_lines
from reference.tensors.creation import asarray
from reference.tensors.dtypes import result_type
from reference.tensors.layout import broadcast_shapes
from reference.tensors.tensor import Tensor, empty_tensor


# --8<-- [start:one_pass]
def one_pass(rule: Callable[..., Any]) -> Callable[..., Any]:
    r"""Decorador: uma fórmula de números passa a percorrer os nossos tensores uma vez só.

    A fórmula só usa operadores (`+`, `-`, `*`, `/`, `**`), e por isso vale também para números e para os tensores de
    qualquer biblioteca, que a recebem inteiros. O resultado é o mesmo; muda quantas vezes se percorre a memória.

    Args:
        rule: Números entram, um número sai.

    Returns:
        A função que aceita números e tensores, cujas formas se combinam por *broadcasting*.

    Examples:
        >>> @one_pass
        ... def toward(x, target, part):
        ...     return x + (target - x) * part
        >>> toward(0.0, 10.0, 0.5)
        5.0
        >>> toward(array([0.0, 4.0]), array([10.0, 20.0]), 0.5)
        array([ 5., 12.])
    """

    def line(*columns: Sequence[Any]) -> list[Any]:
        return list(map(rule, *columns))

    @wraps(rule)
    def applied(*values: Any) -> Any:
        if not any(type(x) is Tensor and x.ndim for x in values):
            return rule(*values)
        kind = result_type(*values)
        if kind.kind != "f":
            return rule(*values)
        operands = [asarray(x, dtype=kind) for x in values]
        out = empty_tensor(broadcast_shapes(*(x.shape for x in operands)), kind)
        try:
            over_lines(line, operands, [kind] * len(operands), out)
        except ArithmeticError:  # um elemento que o Python se recusa a calcular; operação a operação, sai inf ou nan
            return rule(*values)
        return out

    return applied
# --8<-- [end:one_pass]
