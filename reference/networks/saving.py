r"""Guardar e reler redes: os pesos em safetensors, a arquitetura em JSON, no mesmo arquivo.

Um arquivo safetensors são oito bytes com o tamanho do cabeçalho, o cabeçalho em JSON, que diz o tipo, a forma e o lugar
de cada tensor, e os números, um depois do outro. Não há código dentro, e por isso abri-lo não é perigoso. O arquivo
novo é escrito ao lado e só no fim toma o lugar do antigo: nunca há um pela metade.
"""

import json
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reference.networks.callbacks import Callback, History, Logs
from reference.networks.layers import Layer
from reference.operations.namespaces import moved
from reference.tensors.creation import asarray
from reference.tensors.dtypes import dtype
from reference.tensors.layout import contiguous_steps, size_of
from reference.tensors.tensor import Tensor

CODES = {
    "F64": "float64", "F32": "float32", "I64": "int64", "I32": "int32", "I16": "int16", "I8": "int8",
    "U64": "uint64", "U32": "uint32", "U16": "uint16", "U8": "uint8", "BOOL": "bool",
}  # fmt: skip
NAMES = {name: code for code, name in CODES.items()}
"""Como o safetensors chama cada tipo, e ao contrário."""
LONGEST = 100_000_000
"""Maior cabeçalho que se lê: um arquivo que pede mais que isso não é um dos nossos."""

Path_ = str | os.PathLike[str]


# --8<-- [start:write_tensors]
def write_tensors(path: Path_, tensors: Mapping[str, Any], metadata: Mapping[str, str]) -> None:
    """Grava tensores num arquivo safetensors, de uma vez: ou o arquivo inteiro muda, ou nada muda.

    Args:
        path: Onde.
        tensors: Tensores de qualquer biblioteca, por nome.
        metadata: Textos que vão junto, por nome.

    Raises:
        TypeError: Se um tensor for de um tipo que o formato não tem.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_tensors(f"{folder}/w.safetensors", {"w": array([1.0, 2.0])}, {"autor": "você"})
        ...     read_tensors(f"{folder}/w.safetensors")
        ({'w': array([1., 2.])}, {'autor': 'você'})
    """
    header: dict[str, Any] = {"__metadata__": dict(metadata)}
    blocks, end = [], 0
    for name, values in tensors.items():
        x = ours(values)
        if x.dtype.name not in NAMES:
            raise TypeError(f"save: {name} é de tipo {x.dtype}, que o formato não tem")
        blocks.append(x.tobytes())
        start, end = end, end + len(blocks[-1])
        header[name] = {"dtype": NAMES[x.dtype.name], "shape": list(x.shape), "data_offsets": [start, end]}
    text = json.dumps(header, ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    write_at_once(Path(path), [struct.pack("<Q", len(text)), text, *blocks])
# --8<-- [end:write_tensors]


def ours(values: Any) -> Tensor:
    """Os mesmos números num tensor nosso."""
    if isinstance(values, Tensor):
        return values
    return moved(values, asarray([0], dtype=str(values.dtype).rpartition(".")[2]))  # type: ignore[no-any-return]


# --8<-- [start:write_at_once]
def write_at_once(path: Path, blocks: list[bytes]) -> None:
    """Escreve num arquivo ao lado, espera o disco, e só então o põe no lugar do antigo."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.writelines(blocks)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
# --8<-- [end:write_at_once]


# --8<-- [start:read_tensors]
def read_tensors(path: Path_) -> tuple[dict[str, Tensor], dict[str, str]]:
    """Lê um arquivo safetensors.

    Args:
        path: Onde.

    Returns:
        Os tensores, por nome, e os textos que vieram junto.

    Raises:
        ValueError: Se não for um arquivo safetensors, ou se estiver cortado ou estragado.
    """
    data = Path(path).read_bytes()
    try:
        (length,) = struct.unpack_from("<Q", data)
        if length > min(LONGEST, len(data)):
            raise ValueError("o cabeçalho não cabe no arquivo")
        header = json.loads(data[8 : 8 + length].decode())
        metadata = header.pop("__metadata__", {})
        numbers = data[8 + length :]
        ends = [0, *(entry["data_offsets"][1] for entry in header.values())]
        if max(ends) != len(numbers):
            raise ValueError(f"os números pedem {max(ends)} bytes, e há {len(numbers)}")
        return {name: tensor_of(entry, numbers) for name, entry in header.items()}, metadata
    except (ValueError, KeyError, TypeError, AttributeError, struct.error) as problem:
        raise ValueError(f"load: {path} não é um arquivo safetensors inteiro ({problem})") from problem
# --8<-- [end:read_tensors]


def tensor_of(entry: dict[str, Any], numbers: bytes) -> Tensor:
    """O tensor que o cabeçalho descreve."""
    shape, (start, stop) = tuple(entry["shape"]), entry["data_offsets"]
    kind = dtype(CODES[entry["dtype"]])
    if start < 0 or stop - start != size_of(shape) * kind.itemsize:
        raise ValueError(f"a forma {shape} de {kind} não ocupa {stop - start} bytes")
    storage = memoryview(bytearray(numbers[start:stop])).cast(kind.char)  # type: ignore[call-overload]
    return Tensor(storage, shape, contiguous_steps(shape), 0, kind)


# --8<-- [start:architecture]
def architecture(model: Any) -> dict[str, Any]:
    """O que é preciso para fazer outra rede igual, em dados simples."""
    return {
        "name": model.name,
        "input_shape": model.input_shape,
        "layers": [{"class": type(layer).__name__, "config": layer.get_config()} for layer in model.layers],
    }


def rebuilt_layers(layers: list[dict[str, Any]]) -> list[Layer]:
    """As camadas de uma arquitetura.

    Raises:
        ValueError: Se alguma for de uma classe que ninguém definiu.
    """
    for layer in layers:
        if layer["class"] not in Layer.kinds:
            raise ValueError(f"load: não há camada {layer['class']}; importe o módulo que a define")
    return [Layer.kinds[layer["class"]](**layer["config"]) for layer in layers]
# --8<-- [end:architecture]


# --8<-- [start:Checkpoint]
class Checkpoint(Callback):
    """Guarda o treino inteiro a cada época: pesos, otimizador, sorteio e histórico; dele se continua, bit por bit.

    Args:
        path: Onde guardar; se o arquivo já existe, é de lá que o treino parte.
        history: O histórico do treino.
    """

    def __init__(self, path: Path_, history: History) -> None:
        self.path, self.history = Path(path), history

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Guarda tudo, de uma vez."""
        model = self.model
        kind, key, *place = model.random.get_state()
        state = {name: values for name, values in model.optimizer.state.items() if name != "iterations"}
        tensors = {f"weights/{i}": weight.value for i, weight in enumerate(model.weights)}
        tensors |= {f"optimizer/{name}/{i}": x for name, values in state.items() for i, x in enumerate(values)}
        progress = {
            "next_epoch": epoch + 1,
            "iterations": model.optimizer.iterations,
            "slots": {name: len(values) for name, values in state.items()},
            "random": [kind, *place],
            "history": self.history.history,
            "architecture": architecture(model),
        }
        write_tensors(self.path, {**tensors, "random/key": asarray(key)}, {"checkpoint": json.dumps(progress)})

    def restore(self, model: Any) -> int:
        """Põe a rede no ponto guardado; devolve a próxima época, 0 se nada foi guardado ainda.

        Raises:
            ValueError: Se o arquivo estiver estragado, ou for de outra rede; nada muda.
        """
        if not self.path.exists():
            return 0
        tensors, metadata = read_tensors(self.path)
        progress = json.loads(metadata.get("checkpoint", "{}"))
        if progress.get("architecture") != json.loads(json.dumps(architecture(model))):
            raise ValueError(f"fit: {self.path} não guarda o treino desta rede; apague-o ou escolha outro nome")
        like = model.weights[0].value
        optimizer = {
            name: [moved(tensors[f"optimizer/{name}/{i}"], like) for i in range(count)]
            for name, count in progress["slots"].items()
        }
        kind, *place = progress["random"]
        model.set_weights([moved(tensors[f"weights/{i}"], like) for i in range(len(model.weights))])
        model.optimizer.state = {"iterations": [progress["iterations"]], **optimizer}
        model.random.set_state((kind, tensors["random/key"], *place))
        for name, values in progress["history"].items():
            self.history.history[name] = values
        self.history.epoch = list(range(progress["next_epoch"]))
        return int(progress["next_epoch"])
# --8<-- [end:Checkpoint]
