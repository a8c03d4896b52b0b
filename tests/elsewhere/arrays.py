"""Como se faz um tensor em cada biblioteca, de números do Python: é só isto que muda de uma para outra."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy

import reference as np


def strict(numbers: Any) -> Any:
    """O guardião do padrão Array API: recusa o que não está escrito nele; e num dispositivo que não é o usual."""
    xp = import_module("array_api_strict")
    return xp.asarray(numbers, device=xp.Device("device1"))


# --8<-- [start:torch]
def torch(numbers: Any) -> Any:
    """Tensor do PyTorch; de listas ele faria float32, e do NumPy conserva o float64."""
    return import_module("torch").from_numpy(numpy.asarray(numbers))
# --8<-- [end:torch]


# --8<-- [start:jax]
def jax(numbers: Any) -> Any:
    """Tensor do JAX, que só usa float64 a pedido."""
    import_module("jax").config.update("jax_enable_x64", True)
    return import_module("jax.numpy").asarray(numbers)
# --8<-- [end:jax]


# --8<-- [start:dask]
def dask(numbers: Any) -> Any:
    """Tensor do Dask, em três pedaços (um, se não chega a três linhas)."""
    values = numpy.asarray(numbers)
    chunks = (max(1, -(-values.shape[0] // 3)), *values.shape[1:]) if values.ndim else ()
    return import_module("dask.array").from_array(values, chunks=chunks)
# --8<-- [end:dask]


BUILDERS: dict[str, Callable[[Any], Any]] = {
    "reference": np.array,
    "numpy": numpy.array,
    "array_api_strict": strict,
    "torch": torch,
    "jax": jax,
    "dask": dask,
}
"""Pelo nome do pacote que se importa. As três primeiras, os testes têm sempre."""
NEEDED = {"torch": ("array_api_compat",), "dask": ("array_api_compat", "dask.array")}
"""Quem não segue o padrão sozinho precisa do `array_api_compat`."""
