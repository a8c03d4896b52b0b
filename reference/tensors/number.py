"""Um tensor sem eixos é um número: converte-se em `float`, serve de índice, de condição e de texto formatado.

Com um eixo que seja, isso deixa de ter resposta (qual dos elementos?), e o que se ouve é um erro.
"""

import operator
from typing import Any

from reference.tensors.complexes import without_imaginary


class Number:
    """O que um tensor sabe fazer quando não tem eixos, e o que responde quando tem."""

    __slots__ = ()

    # --8<-- [start:item]
    def item(self: Any, *index: Any) -> Any:
        """Elemento como número do Python; sem `index`, o único que houver.

        Raises:
            ValueError: Sem `index`, se o tensor não tiver exatamente um elemento; com ele, se faltar ou sobrar um eixo.
            IndexError: Se o elemento não existir.
        """
        if len(index) == 1 and isinstance(index[0], tuple):
            (index,) = index
        if not index:
            if self.size != 1:
                raise ValueError(f"item: só um tensor de um elemento vira número; este tem {self.size}")
            return self.storage[self.offset]
        if len(index) not in (1, self.ndim):
            raise ValueError(f"item: {len(index)} índices para {self.ndim} eixos")
        whole = self if len(index) == self.ndim else self.reshape((self.size,))
        return whole[(*map(operator.index, index), ...)].item()
    # --8<-- [end:item]

    def number(self: Any, operation: str) -> Any:
        """Número do Python, se o tensor não tiver eixos.

        Raises:
            TypeError: Se tiver.
        """
        if self.shape:
            raise TypeError(f"{operation}: só um tensor sem eixos vira número; a forma deste é {self.shape}")
        return self.item()

    def __bool__(self: Any) -> bool:
        if self.size > 1:
            raise ValueError(f"bool: o valor de verdade de {self.size} elementos é ambíguo; use x.any() ou x.all()")
        if self.size == 0:
            raise ValueError("bool: um tensor vazio não tem valor de verdade; use x.size > 0")
        return bool(self.item())

    def without_imaginary(self: Any, error: TypeError) -> float:
        """A parte real de um escalar complexo, com o aviso de que a outra se perde, como no NumPy.

        Raises:
            TypeError: O erro dado, se não for um escalar complexo.
        """
        if self.dtype.kind != "c" or not self.immutable:
            raise error
        return without_imaginary([self.item()])[0]

    def __float__(self) -> float:
        try:
            return float(self.number("float"))
        except TypeError as error:
            return self.without_imaginary(error)

    def __int__(self) -> int:
        try:
            return int(self.number("int"))
        except TypeError as error:
            return int(self.without_imaginary(error))

    def __complex__(self) -> complex:
        return complex(self.number("complex"))

    def __index__(self: Any) -> int:
        if self.dtype.kind not in "iu" or self.shape:
            raise TypeError("índice: só um inteiro sem eixos vale como índice")
        return operator.index(self.item())

    def __format__(self: Any, spec: str) -> str:
        if not self.shape:
            return format(self.item(), spec)
        if spec:
            raise TypeError(f"format: {spec!r} formata um número; a forma deste tensor é {self.shape}")
        return str(self)
