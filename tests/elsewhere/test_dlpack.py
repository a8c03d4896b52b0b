"""DLPack com o PyTorch e com o JAX, onde estiverem instalados: a mesma memória, dos dois lados, devolvida uma vez."""

import gc
import subprocess
import sys
import weakref
from pathlib import Path
from typing import Any

import pytest

import reference as np
from reference.tensors import dlpack
from reference.tensors.dlpack import TYPES

ROOT = Path(__file__).resolve().parents[2]
SHAPES = [(), (5,), (0,), (2, 3), (2, 0, 3), (1, 4, 1)]


@pytest.fixture
def torch() -> Any:
    return pytest.importorskip("torch")


def numbers(shape: tuple[int, ...], dtype: Any) -> Any:
    """Um tensor nosso com números que cabem em todos os tipos."""
    return np.arange(np.ones(shape).size).reshape(shape).astype(dtype)


@pytest.mark.parametrize("d", TYPES.values(), ids=str)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_same_memory(torch: Any, d: Any, shape: tuple[int, ...]) -> None:
    x = numbers(shape, d)
    theirs = torch.from_dlpack(x)
    assert tuple(theirs.shape) == shape and str(theirs.dtype) == f"torch.{d}" and theirs.tolist() == x.tolist()
    back = np.from_dlpack(theirs)
    assert back.dtype is d and back.shape == shape and back.tolist() == x.tolist() and back.writeable
    theirs[...] = 1
    assert (x == 1).all() and (back == 1).all()
    x[...] = 0
    assert not theirs.any() and not back.any()


def test_jumps_go_both_ways(torch: Any) -> None:
    x = np.arange(24.0).reshape(4, 6)
    for view in (x.T, x[1:, ::2], x[::3, 1]):  # passos negativos não: com eles o PyTorch 2.13 aborta, até do NumPy
        assert torch.from_dlpack(view).tolist() == view.tolist()
    theirs = torch.arange(24.0, dtype=torch.float64).reshape(4, 6)
    for view in (theirs.T, theirs[1:, ::2], theirs[::3, 1], theirs[0].expand(2, 6)):
        ours = np.from_dlpack(view)
        assert ours.tolist() == view.tolist() and [s // 8 for s in ours.strides] == list(view.stride())
    np.from_dlpack(theirs[1:, ::2])[0, 1] = -1
    assert theirs[1, 2] == -1


def test_what_the_other_side_refuses(torch: Any) -> None:
    with pytest.raises(BufferError, match="tipo de elemento"):
        np.from_dlpack(torch.zeros(2, dtype=torch.float16))
    with pytest.raises(BufferError):
        np.from_dlpack(torch.zeros(2, requires_grad=True))
    with pytest.raises(BufferError):
        torch.from_dlpack(np.array([1, None], dtype=object))
    gc.collect()
    assert not dlpack.LENT


def test_owners_live_and_die(torch: Any) -> None:
    x = np.arange(1000)
    watch, theirs = weakref.ref(x), torch.from_dlpack(x)[::7]
    del x
    gc.collect()
    assert watch() is not None and theirs[-1] == 994
    del theirs
    gc.collect()
    assert watch() is None and not dlpack.LENT
    theirs = torch.arange(1000)
    ours = np.from_dlpack(theirs)[::-7]
    del theirs
    gc.collect()
    assert ours.tolist() == list(range(999, -1, -7))


@pytest.mark.parametrize("library", ["torch", "jax.numpy"])
def test_the_worst_moments(library: str) -> None:
    pytest.importorskip(library)
    program = f"""
import gc
import sys
import {library} as other
import reference as np
from reference.tensors import dlpack

def use(*arguments): ...

for _ in range(50):
    try:
        use(other.from_dlpack(np.zeros(9)), np.from_dlpack(other.zeros(9)), 1 / 0)
    except ZeroDivisionError:
        pass
gc.collect()
print(len(dlpack.LENT))
kept = other.from_dlpack(np.zeros(9)), np.from_dlpack(other.zeros(9))
sys.kept = other.from_dlpack(np.zeros(9)), np.from_dlpack(other.zeros(9))
"""
    command = [sys.executable, "-X", "faulthandler", "-W", "ignore", "-c", program]
    ran = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
    assert (ran.returncode, ran.stdout) == (0, "0\n"), ran.stderr


def test_jax_is_read_only() -> None:
    jax = pytest.importorskip("jax.numpy")
    theirs = jax.arange(6, dtype="float32").reshape(2, 3)
    ours = np.from_dlpack(theirs)
    assert ours.tolist() == theirs.tolist() and not ours.writeable
    assert jax.from_dlpack(np.ones((2, 3), dtype="float32")).tolist() == [[1, 1, 1], [1, 1, 1]]
