"""O que este pacote sabe, para quem pergunta: dispositivos, tipos e capacidades, como o padrão Array API pede.

Um programa que serve a várias bibliotecas não supõe: pergunta. `xp.__array_namespace_info__()` é a quem.
"""

from typing import Any

from reference.operations.families import isdtype
from reference.tensors.creation import check_device
from reference.tensors.dtypes import DTYPES, DType, complex128, float64, int64


# --8<-- [start:Info]
class Info:
    """As respostas; cada uma é um método, porque noutra biblioteca ela pode depender da máquina.

    Examples:
        >>> info = Info()
        >>> info.devices(), info.default_device()
        (('cpu',), 'cpu')
    """

    def capabilities(self) -> dict[str, Any]:
        """O que se pode pedir: máscaras como índice, formas que dependem dos dados, quantos eixos (`None`: sem limite).

        Examples:
            >>> Info().capabilities()["boolean indexing"]
            True
        """
        return {"boolean indexing": True, "data-dependent shapes": True, "max dimensions": None}

    def devices(self) -> tuple[str, ...]:
        """Onde um tensor pode morar."""
        return ("cpu",)

    def default_device(self) -> str:
        """Onde ele mora se ninguém disser."""
        return "cpu"

    def default_dtypes(self, *, device: str | None = None) -> dict[str, DType]:
        """De que tipo é o que nasce sem tipo: de números com vírgula, complexos, inteiros e posições.

        Raises:
            ValueError: Se o dispositivo não existir.
        """
        check_device(device)
        return {"real floating": float64, "complex floating": complex128, "integral": int64, "indexing": int64}

    def dtypes(self, *, device: str | None = None, kind: Any = None) -> dict[str, DType]:
        """Os tipos que existem, pelo nome; com `kind`, só os de uma família, ou de uma tupla delas.

        Args:
            device: `None` ou `"cpu"`.
            kind: Como em `isdtype`.

        Raises:
            ValueError: Se o dispositivo ou a família não existirem.

        Examples:
            >>> list(Info().dtypes(kind="complex floating"))
            ['complex64', 'complex128']
        """
        check_device(device)
        found = [d for d in DTYPES if d.kind != "O" and (kind is None or isdtype(d, kind))]
        return {d.name: d for d in found}
# --8<-- [end:Info]


def array_namespace_info() -> Info:
    """A quem perguntar; no namespace, `__array_namespace_info__`.

    Examples:
        >>> array_namespace_info().default_dtypes()["integral"]
        dtype('int64')
    """
    return Info()
