r"""Dobrar: uma operação de dois números posta entre todos os de um eixo, $x_0 \circ x_1 \circ x_2 \circ \cdots$.

Somar tudo é dobrar com `add`; o maior de todos, com `maximum`. `reduce` dá o fim da conta; `accumulate`, cada passo.
"""

from typing import Any

from reference.tensors.assignment import assign
from reference.tensors.creation import asarray
from reference.tensors.tensor import Tensor

REDUCTIONS = {
    "add": "sum", "multiply": "prod", "maximum": "max", "minimum": "min", "logical_and": "all", "logical_or": "any"
}  # fmt: skip
"""As operações cuja dobra tem nome próprio."""


class Folding:
    """O que uma operação de dois operandos faz ao longo de um eixo."""

    # --8<-- [start:reduce]
    def reduce(
        self: Any, x: Any, axis: Any = 0, dtype: Any = None, out: Any = None, keepdims: bool = False, **options: Any
    ) -> Any:
        """Os elementos de um eixo combinados num só, da esquerda para a direita; `add.reduce` é `sum`.

        Args:
            x: Tensor.
            axis: Eixo que some; `None`, todos.
            dtype: Tipo da conta; só de `add` e `multiply`.
            out: Tensor que recebe o resultado.
            keepdims: Se o eixo fica, com tamanho 1.
            options: `initial` e `where`, das operações cuja redução tem nome.

        Raises:
            TypeError: Se a operação não for de dois operandos, ou se a redução não aceitar um argumento.
            ValueError: Se não houver o que combinar.
        """
        x = asarray(x)
        space = x.__array_namespace__()
        if self.name in REDUCTIONS:
            options |= {} if dtype is None else {"dtype": dtype}
            return getattr(space, REDUCTIONS[self.name])(x, axis, out=out, keepdims=keepdims, **options)
        check(self, "reduce", x, dtype, options)
        if not isinstance(axis, int):
            raise TypeError(f"{self.name}.reduce: o eixo é um inteiro, e não {axis!r}")
        total, *others = space.moveaxis(x, axis, 0)
        for line in others:
            total = self(total, line)
        total = space.expand_dims(total, axis) if keepdims else total
        return total if out is None else written(total, out)
    # --8<-- [end:reduce]

    # --8<-- [start:accumulate]
    def accumulate(self: Any, x: Any, axis: int = 0, dtype: Any = None, out: Any = None) -> Any:
        """Cada elemento combinado com o resultado dos anteriores; `maximum.accumulate` é o recorde até ali.

        Args:
            x: Tensor de ao menos um eixo.
            axis: Eixo ao longo do qual se acumula.
            dtype: Tipo da conta; só de `add` e `multiply`.
            out: Tensor que recebe o resultado.

        Raises:
            TypeError: Se a operação não for de dois operandos, ou se `x` não tiver eixos.
        """
        x = asarray(x)
        space = x.__array_namespace__()
        if not x.ndim:
            raise TypeError(f"{self.name}.accumulate: não há o que acumular num tensor sem eixos")
        if self.name in ("add", "multiply"):
            return (space.cumsum if self.name == "add" else space.cumprod)(x, axis, dtype, out)
        check(self, "accumulate", x[:1], dtype, {})
        lines = list(space.moveaxis(x, axis, 0))
        for k in range(1, len(lines)):
            lines[k] = self(lines[k - 1], lines[k])
        found = space.stack(lines, axis=axis) if lines else x.copy()
        return found if out is None else written(found, out)
    # --8<-- [end:accumulate]

    def outer(self: Any, x: Any, y: Any, **options: Any) -> Any:
        r"""A operação entre todo elemento de `x` e todo elemento de `y`: $z_{ij} = x_i \circ y_j$."""
        x, y = asarray(x), asarray(y)
        return self(x.reshape((*x.shape, *[1] * y.ndim)), y, **options)


def check(operation: Any, method: str, x: Tensor, dtype: Any, options: dict[str, Any]) -> None:
    """Confere que a operação se dobra.

    Raises:
        TypeError: Se ela não for de dois operandos de um tipo só, ou se houver argumentos que só a soma aceita.
        ValueError: Se faltar o que combinar.
    """
    name = f"{operation.name}.{method}"
    if operation.nin != 2:
        raise ValueError(f"{name}: só uma operação de dois operandos se dobra, e esta é de {operation.nin}")
    if dtype is not None or options:
        raise TypeError(f"{name}: {sorted(options) or 'dtype'} não é oferecido aqui")
    if not x.ndim:
        raise TypeError(f"{name}: não há eixo a dobrar num tensor sem eixos")
    if method == "reduce" and not x.size:
        raise ValueError(f"{name}: não há o que combinar na forma {x.shape}")


def written(result: Any, out: Tensor) -> Tensor:
    """O resultado, dentro de `out`."""
    assign(out, asarray(result))
    return out
