"""Algarismos de 8×8: os do scikit-learn, pequenos o bastante para experimentar sem esperar."""

from importlib import import_module

from reference.tensors.creation import asarray
from reference.tensors.tensor import Tensor


# --8<-- [start:load_digits]
def load_digits() -> tuple[Tensor, Tensor]:
    """As 1.797 imagens e os seus rótulos, do pacote scikit-learn, que as traz consigo.

    Returns:
        Imagens de forma (1797, 8, 8), tons de 0 a 16 em float64, e rótulos de forma (1797,), em int64.

    Raises:
        ModuleNotFoundError: Se o scikit-learn não estiver instalado.

    Examples:
        >>> x, y = load_digits()  # doctest: +SKIP
        >>> x.shape, y.shape  # doctest: +SKIP
        ((1797, 8, 8), (1797,))
    """
    try:
        datasets = import_module("sklearn.datasets")
    except ModuleNotFoundError as problem:
        raise ModuleNotFoundError(
            "load_digits: as imagens de 8×8 vêm no pacote scikit-learn, que não está instalado; instale-o, ou use as "
            "do MNIST (reference.data.mnist)"
        ) from problem
    found = datasets.load_digits()
    return asarray(found.images.tolist()), asarray(found.target.tolist())
# --8<-- [end:load_digits]
