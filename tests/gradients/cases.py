"""As contas em que as portas são conferidas, escritas uma vez e feitas por quem quiser: nós, o PyTorch, o JAX.

Cada caso é uma função do módulo `f` (que tem `exp`, `sum`, `matmul`…) e das entradas, e as entradas em listas. Há
empates e zeros de propósito. O arquivo `expected.json`, ao lado, guarda os valores e gradientes que o JAX deu, e se
refaz num ambiente que o tenha com

    JAX_ENABLE_X64=1 python3 -m tests.gradients.cases
"""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

EXPECTED = Path(__file__).with_name("expected.json")

A = [[0.5, -1.25, 2.0], [3.0, 0.75, -0.5]]
B = [[1.5, 2.25, -0.5], [0.25, -1.75, 4.0]]
POSITIVE = [[0.5, 1.25, 2.0], [3.0, 0.75, 0.125]]
ROW, COLUMN = [2.0, -0.5, 1.5], [[-3.0], [0.5]]
TIES = [[1.0, 1.0, 0.0], [-2.0, 5.0, 5.0]]
CUBE = [[[0.5, -1.0], [2.0, 0.25]], [[1.5, 3.0], [-0.75, -2.5]]]

CASES: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
    "add": (lambda f, x, y: x + y, (A, B)),
    "add row": (lambda f, x, y: x + y, (A, ROW)),
    "add column": (lambda f, x, y: x + y, (COLUMN, ROW)),
    "add scalar": (lambda f, x, y: x + y, (A, 2.5)),
    "subtract": (lambda f, x, y: x - y, (A, B)),
    "subtract column": (lambda f, x, y: x - y, (COLUMN, A)),
    "multiply": (lambda f, x, y: x * y, (A, B)),
    "multiply row": (lambda f, x, y: x * y, (ROW, A)),
    "multiply scalar": (lambda f, x, y: x * y, (2.5, A)),
    "divide": (lambda f, x, y: x / y, (A, B)),
    "divide column": (lambda f, x, y: x / y, (A, COLUMN)),
    "constant over x": (lambda f, x: 3.0 / x, (A,)),
    "power": (lambda f, x, y: x**y, (POSITIVE, B)),
    "square by power": (lambda f, x: x**2, ([[0.0, -1.5, 2.0]],)),
    "cube by power": (lambda f, x: x**3.0, ([[0.0, -1.5, 2.0]],)),
    "power of zero": (lambda f, x: x**0, ([[0.0, -1.5, 2.0]],)),
    "negative": (lambda f, x: -x, (A,)),
    "maximum": (lambda f, x, y: f.maximum(x, y), (A, B)),
    "maximum with ties": (lambda f, x, y: f.maximum(x, y), (TIES, [1.0, 1.0, 5.0])),
    "minimum": (lambda f, x, y: f.minimum(x, y), (A, B)),
    "minimum with ties": (lambda f, x, y: f.minimum(x, y), (TIES, [1.0, 1.0, 5.0])),
    "exp": (lambda f, x: f.exp(x), (A,)),
    "log": (lambda f, x: f.log(x), (POSITIVE,)),
    "sqrt": (lambda f, x: f.sqrt(x), (POSITIVE,)),
    "square": (lambda f, x: f.square(x), (A,)),
    "abs": (lambda f, x: f.abs(x), (A,)),
    "where": (lambda f, x, y: f.where(x.value > 0 if hasattr(x, "value") else x > 0, x * 2.0, y), (A, ROW)),
    "sum": (lambda f, x: f.sum(x), (A,)),
    "sum of an axis": (lambda f, x: f.sum(x, axis=0), (A,)),
    "sum of the last axis, kept": (lambda f, x: f.sum(x, axis=-1, keepdims=True), (A,)),
    "sum of two axes": (lambda f, x: f.sum(x, axis=(0, 2)), (CUBE,)),
    "mean": (lambda f, x: f.mean(x), (A,)),
    "mean of an axis": (lambda f, x: f.mean(x, axis=1), (A,)),
    "max": (lambda f, x: f.max(x), (A,)),
    "max with ties": (lambda f, x: f.max(x), (TIES,)),
    "max of an axis with ties": (lambda f, x: f.max(x, axis=1), (TIES,)),
    "max of an axis, kept": (lambda f, x: f.max(x, axis=0, keepdims=True), (A,)),
    "matmul": (lambda f, x, y: f.matmul(x, y), (A, [[1.0, -2.0], [0.5, 3.0], [-1.5, 0.25]])),
    "matmul of vectors": (lambda f, x, y: f.matmul(x, y), (ROW, ROW)),
    "matmul by a vector": (lambda f, x, y: f.matmul(x, y), (A, ROW)),
    "vector by a matmul": (lambda f, x, y: f.matmul(x, y), ([1.5, -2.0], A)),
    "matmul of a batch": (lambda f, x, y: f.matmul(x, y), (CUBE, CUBE)),
    "matmul repeated over a batch": (lambda f, x, y: f.matmul(x, y), (CUBE, [[1.0, -2.0], [0.5, 3.0]])),
    "matmul of a batch by a vector": (lambda f, x, y: f.matmul(x, y), (CUBE, [1.5, -2.0])),
    "vector by a batch": (lambda f, x, y: f.matmul(x, y), ([1.5, -2.0], CUBE)),
    "reshape": (lambda f, x: f.reshape(x, (3, 2)) * f.reshape(x, (3, 2)), (A,)),
    "permute_dims": (lambda f, x: f.permute_dims(x, (2, 0, 1)), (CUBE,)),
    "index": (lambda f, x: x[1, ...] * x[0, 1:2], (A,)),
    "index from the end": (lambda f, x: x[..., ::2], (A,)),
    "take": (lambda f, x: f.take(x, [1, 0, 1, 1]), (A,)),
    "concat": (lambda f, x, y: f.concat([x, y, x], 1), (A, COLUMN)),
    "x used three times": (lambda f, x: x * x + f.exp(x), (A,)),
    "the notes' graph": (lambda f, x, y, z: (x + y) * f.maximum(y, z), (1.0, 2.0, 0.0)),
    "two layers": (
        lambda f, x, w, b, v: f.mean(f.square(f.matmul(f.maximum(f.matmul(x, w) + b, 0.0), v))),
        (A, [[0.5, -1.0], [0.25, 2.0], [-1.5, 0.125]], [0.1, -0.2], [[1.5], [-2.0]]),
    ),
}


def upstream(shape: tuple[int, ...], size: int) -> list[float]:
    """O gradiente que chega: um número diferente em cada posição, na ordem das linhas."""
    return [1.0 + 0.5 * k for k in range(size)] if shape else [1.0]


def with_jax() -> dict[str, Any]:
    """Valores e gradientes de cada caso, achatados, pelo JAX."""
    jax, jnp = import_module("jax"), import_module("jax.numpy")
    functions = SimpleNamespace(**{name: getattr(jnp, name) for name in dir(jnp) if not name.startswith("_")})
    functions.take = lambda x, indices: jnp.take(x, jnp.asarray(indices), axis=0)
    functions.concat = lambda xs, axis: jnp.concat(xs, axis=axis)
    found = {}
    for name, (case, inputs) in CASES.items():
        values = [jnp.asarray(x) for x in inputs]
        output, pull = jax.vjp(lambda *xs, case=case: case(functions, *xs), *values)
        gradients = pull(jnp.asarray(upstream(output.shape, output.size)).reshape(output.shape))
        found[name] = [output.ravel().tolist(), [g.ravel().tolist() for g in gradients]]
    return found


if __name__ == "__main__":
    lines = [f"{json.dumps(name)}: {json.dumps(numbers)}" for name, numbers in with_jax().items()]
    EXPECTED.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
    print(f"{EXPECTED.name}: {len(lines)} casos", file=sys.stderr)
