r"""Guardar e reler redes: os pesos em safetensors, a arquitetura em JSON, no mesmo arquivo.

Um arquivo safetensors são oito bytes com o tamanho do cabeçalho, o cabeçalho em JSON, que diz o tipo, a forma e o lugar
de cada tensor, e os números, um depois do outro. Não há código dentro, e por isso abri-lo não é perigoso. O arquivo
novo é escrito ao lado e só no fim toma o lugar do antigo: nunca há um pela metade.
"""

import json
import os
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reference.networks.callbacks import Callback, History, Logs
from reference.networks.layers import Layer
from reference.operations.namespaces import moved
from reference.tensors.creation import asarray
from reference.tensors.dtypes import dtype
from reference.tensors.layout import size_of
from reference.tensors.tensor import Tensor, from_bytes
from reference.tensors.writing import write_at_once

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
    """Os mesmos números num tensor nosso.

    Examples:
        >>> ours(2.5)
        array(2.5)
    """
    if isinstance(values, Tensor | int | float):
        return asarray(values)
    return moved(values, asarray([0], dtype=str(values.dtype).rpartition(".")[2]))  # type: ignore[no-any-return]


# --8<-- [start:read_tensors]
def read_tensors(path: Path_) -> tuple[dict[str, Tensor], dict[str, str]]:
    """Lê um arquivo safetensors.

    Args:
        path: Onde.

    Returns:
        Os tensores, por nome, e os textos que vieram junto.

    Raises:
        ValueError: Se não for um arquivo safetensors, ou se estiver cortado ou estragado.

    Examples:
        >>> read_tensors(os.devnull)
        Traceback (most recent call last):
        ValueError: load: /dev/null não é um arquivo safetensors inteiro (nem o tamanho do cabeçalho cabe)
    """
    data = Path(path).read_bytes()
    with explained(f"load: {path} não é um arquivo safetensors inteiro"):
        if len(data) < 8:
            raise ValueError("nem o tamanho do cabeçalho cabe")
        (length,) = struct.unpack_from("<Q", data)
        if length > min(LONGEST, len(data)):
            raise ValueError("o cabeçalho não cabe no arquivo")
        header = json.loads(data[8 : 8 + length].decode())
        metadata = {str(name): str(text) for name, text in header.pop("__metadata__", {}).items()}
        numbers = data[8 + length :]
        ends = [0, *(entry["data_offsets"][1] for entry in header.values())]
        if max(ends) != len(numbers):
            raise ValueError(f"os números pedem {max(ends)} bytes, e há {len(numbers)}")
        return {name: tensor_of(entry, numbers) for name, entry in header.items()}, metadata
# --8<-- [end:read_tensors]


@contextmanager
def explained(complaint: str) -> Iterator[None]:
    """Transforma qualquer tropeço na leitura de um arquivo em `ValueError`, com a queixa e o motivo.

    Examples:
        >>> with explained("load: não é uma rede"):
        ...     {}["pesos"]
        Traceback (most recent call last):
        ValueError: load: não é uma rede (falta 'pesos')
    """
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError, struct.error) as problem:
        reason = f"falta {problem}" if isinstance(problem, KeyError) else problem
        raise ValueError(f"{complaint} ({reason})") from problem


def tensor_of(entry: dict[str, Any], numbers: bytes) -> Tensor:
    """O tensor que o cabeçalho descreve.

    Examples:
        >>> tensor_of({"dtype": "U8", "shape": [2], "data_offsets": [1, 3]}, bytes([9, 8, 7]))
        array([8, 7], dtype=uint8)
    """
    shape, (start, stop) = tuple(entry["shape"]), entry["data_offsets"]
    kind = dtype(CODES[entry["dtype"]])
    if start < 0 or min(shape, default=0) < 0 or stop - start != size_of(shape) * kind.itemsize:
        raise ValueError(f"a forma {shape} de {kind} não ocupa {stop - start} bytes")
    return from_bytes(numbers[start:stop], shape, kind)


# --8<-- [start:architecture]
def architecture(model: Any) -> dict[str, Any]:
    """O que é preciso para fazer outra rede igual, em dados simples.

    Examples:
        >>> from reference.networks.sequential import Sequential
        >>> plan = architecture(Sequential([Layer(name="nada")]))
        >>> plan["layers"]
        [{'class': 'Layer', 'config': {'name': 'nada', 'input_shape': None, 'trainable': True}}]
    """
    return {
        "name": model.name,
        "input_shape": model.input_shape,
        "layers": [{"class": type(layer).__name__, "config": layer.get_config()} for layer in model.layers],
    }


def rebuilt_layers(layers: list[dict[str, Any]]) -> list[Layer]:
    """As camadas de uma arquitetura.

    Raises:
        ValueError: Se alguma for de uma classe que ninguém definiu.

    Examples:
        >>> from reference.networks.layers import Dense
        >>> rebuilt_layers([{"class": "Dense", "config": {"units": 3, "name": "saída"}}])
        [<Dense saída>]
    """
    for layer in layers:
        if layer["class"] not in Layer.kinds:
            raise ValueError(f"não há camada {layer['class']}; importe o módulo que a define")
    return [Layer.kinds[layer["class"]](**layer["config"]) for layer in layers]
# --8<-- [end:architecture]


def refused(value: Any) -> Any:
    """Diz que uma opção de camada não cabe em JSON.

    Raises:
        TypeError: Sempre.

    Examples:
        >>> refused(2j)
        Traceback (most recent call last):
        TypeError: save: 2j não se escreve em JSON; dê à camada o nome da função, e não a função
    """
    raise TypeError(f"save: {value!r} não se escreve em JSON; dê à camada o nome da função, e não a função")


def save_network(path: Path_, model: Any) -> None:
    """Guarda a arquitetura e os pesos de uma rede.

    Raises:
        TypeError: Se uma camada tiver uma opção que não se escreve em JSON; o arquivo de antes fica como estava.

    Examples:
        >>> import tempfile
        >>> from reference.networks.layers import Dense
        >>> from reference.networks.sequential import Sequential
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     save_network(f"{folder}/rede", Sequential([Dense(3, input_shape=(2,))]))
        ...     load_network(f"{folder}/rede", Sequential).layers
        [<Dense dense>]
    """
    tensors = {f"weights/{i}": weight.value for i, weight in enumerate(model.weights)}
    write_tensors(path, tensors, {"architecture": json.dumps(architecture(model), default=refused)})


def load_network(path: Path_, kind: Any) -> Any:
    """A rede que `save_network` guardou, da classe `kind`.

    Raises:
        ValueError: Se o arquivo estiver estragado, ou não guardar uma rede.

    Examples:
        >>> load_network(os.devnull, None)
        Traceback (most recent call last):
        ValueError: load: /dev/null não é um arquivo safetensors inteiro (nem o tamanho do cabeçalho cabe)
    """
    tensors, metadata = read_tensors(path)
    if "architecture" not in metadata:
        raise ValueError(f"load: {path} não guarda uma rede: falta a arquitetura")
    with explained(f"load: {path} não guarda uma rede inteira"):
        plan = json.loads(metadata["architecture"])
        model = kind(rebuilt_layers(plan["layers"]), name=plan["name"])
        if plan["input_shape"] is not None:
            model.build(tuple(plan["input_shape"]))
        model.set_weights([tensors[f"weights/{i}"] for i in range(len(tensors))])
    return model


# --8<-- [start:Checkpoint]
class Checkpoint(Callback):
    """Guarda o treino inteiro a cada época: pesos, otimizador, sorteio, histórico e o que os avisos lembram.

    Args:
        path: Onde guardar; se o arquivo já existe, é de lá que o treino parte, e o fim é o mesmo, bit por bit.
        history: O histórico do treino.
        callbacks: Os outros avisos.

    Examples:
        >>> Checkpoint("treino.safetensors", History()).next_epoch
        0
    """

    def __init__(self, path: Path_, history: History, callbacks: Sequence[Callback] = ()) -> None:
        self.path, self.history, self.callbacks = Path(path), history, callbacks
        self.next_epoch = 0

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Guarda tudo, de uma vez."""
        model, optimizer = self.model, self.model.optimizer
        kind, key, *place = model.random.get_state()
        states = {"weights": {"values": model.get_weights()}, "optimizer": optimizer.state, **self.memories()}
        progress = {
            "next_epoch": epoch + 1,
            "stopped": model.stop_training,
            "rate": None if callable(optimizer.learning_rate) else optimizer.learning_rate,
            "slots": {group: {name: len(values) for name, values in state.items()} for group, state in states.items()},
            "random": [kind, *place],
            "history": self.history.history,
            "network": self.fingerprint(),
        }
        tensors = {
            f"{group}/{name}/{i}": value
            for group, state in states.items() for name, values in state.items() for i, value in enumerate(values)
        }  # fmt: skip
        write_tensors(self.path, {**tensors, "random/key": asarray(key)}, {"checkpoint": json.dumps(progress)})

    def memories(self) -> dict[str, dict[str, list[Any]]]:
        """O que cada um dos outros avisos lembra."""
        return {f"{i}/{type(callback).__name__}": callback.state for i, callback in enumerate(self.callbacks)}

    def fingerprint(self) -> str:
        """A rede e o otimizador, por escrito: um treino só continua com os mesmos."""
        given = [architecture(self.model), type(self.model.optimizer).__name__]
        return json.dumps(given, default=lambda value: getattr(value, "__name__", type(value).__name__))

    def on_train_begin(self) -> None:
        """Põe a rede no ponto guardado, se há um.

        Raises:
            ValueError: Se o arquivo estiver estragado, ou for de outra rede; nada muda.
        """
        self.next_epoch = 0
        if not self.path.exists():
            return
        tensors, metadata = read_tensors(self.path)
        progress = json.loads(metadata.get("checkpoint", "{}"))
        if progress.get("network") != self.fingerprint():
            raise ValueError(f"fit: {self.path} não guarda o treino desta rede; apague-o ou escolha outro nome")
        with explained(f"fit: {self.path} não guarda um treino inteiro"):
            states = {
                group: {name: [tensors[f"{group}/{name}/{i}"] for i in range(n)] for name, n in slots.items()}
                for group, slots in progress["slots"].items()
            }
            kind, *place = progress["random"]
            self.put(states, progress, (kind, tensors["random/key"], *place))

    def put(self, states: dict[str, dict[str, list[Any]]], progress: dict[str, Any], random: tuple[Any, ...]) -> None:
        """Põe tudo no lugar, os pesos na biblioteca em que a rede treina."""
        model, memories = self.model, self.memories()
        likes = [weight.value for weight in model.weights]
        like = likes[0] if likes else asarray(0.0)
        iterations = states["optimizer"].pop("iterations")
        slots = {name: [moved(x, like) for x in values] for name, values in states["optimizer"].items()}
        model.optimizer.state = {"iterations": iterations, **slots}
        model.set_weights([moved(x, like) for x, like in zip(states["weights"]["values"], likes)])
        model.random.set_state(random)
        if progress["rate"] is not None:
            model.optimizer.learning_rate = progress["rate"]
        for callback, name in zip(self.callbacks, memories):
            callback.state = states.get(name, memories[name])
        self.history.history, self.history.epoch = progress["history"], list(range(progress["next_epoch"]))
        self.next_epoch, model.stop_training = progress["next_epoch"], progress["stopped"]
# --8<-- [end:Checkpoint]
