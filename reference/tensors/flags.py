"""O que se sabe da memória de um tensor: se está em fila, de quem é, se pode mudar."""

from typing import Any

from reference.tensors.layout import is_contiguous


# --8<-- [start:Flags]
class Flags:
    """O que se sabe da memória de um tensor: se é percorrida sem pular, se é dele, se pode ser mudada.

    Attributes:
        c_contiguous: Se os elementos estão em fila na ordem dos índices, o último eixo mais depressa.
        f_contiguous: Se estão em fila na ordem contrária, o primeiro eixo mais depressa.
        owndata: Se a memória é dele, e não de outro de que ele é vista.
        writeable: Se os elementos podem ser trocados; atribua `False` para protegê-los.
        aligned: Sempre verdadeiro.
    """

    __slots__ = ("tensor",)
    aligned, writebackifcopy = True, False

    def __init__(self, tensor: Any) -> None:
        self.tensor = tensor

    @property
    def c_contiguous(self) -> bool:
        """Se os elementos estão em fila, na ordem dos índices."""
        return is_contiguous(self.tensor.shape, self.tensor.steps)

    @property
    def f_contiguous(self) -> bool:
        """Se os elementos da transposta estão em fila."""
        return is_contiguous(self.tensor.shape[::-1], self.tensor.steps[::-1])

    contiguous = c_contiguous

    @property
    def owndata(self) -> bool:
        """Se a memória é do próprio tensor."""
        return self.tensor.base is None

    @property
    def writeable(self) -> bool:
        """Se os elementos podem ser trocados."""
        return bool(self.tensor.writeable)

    @writeable.setter
    def writeable(self, allowed: bool) -> None:
        readonly = getattr(self.tensor.storage, "readonly", False) or not getattr(self.tensor.base, "writeable", True)
        if allowed and (readonly or getattr(self.tensor, "immutable", False)):
            raise ValueError("flags: a memória é de outro, que só a empresta para leitura")
        self.tensor.writeable = bool(allowed)

    def __getitem__(self, name: str) -> bool:
        names = {"C": "C_CONTIGUOUS", "F": "F_CONTIGUOUS", "O": "OWNDATA", "W": "WRITEABLE", "A": "ALIGNED"}
        found = names.get(name, name).lower() if isinstance(name, str) else ""
        if found not in (*(shown.lower() for shown in FLAGS), "contiguous"):
            raise KeyError(f"flags: {name!r} não é oferecido aqui; há {', '.join(FLAGS)}")
        return bool(getattr(self, found))

    def __setitem__(self, name: str, value: bool) -> None:
        if name not in ("WRITEABLE", "W"):
            raise KeyError(f"flags: só 'WRITEABLE' se muda, e não {name!r}")
        self.writeable = value

    def __repr__(self) -> str:
        return "".join(f"  {name} : {self[name]}\n" for name in FLAGS)


FLAGS = ("C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY")
# --8<-- [end:Flags]
