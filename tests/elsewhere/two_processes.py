"""Dois processos treinam uma rede com dados que o principal nunca vê: cada um faz a sua parte, e só os pesos viajam."""

import os

import dask.array as da
import numpy
from dask.distributed import Client, LocalCluster

from reference.gradients.sgd import SGD
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential

PIECES, ROWS, PIXELS, CLASSES = 4, 500, 15, 10


# --8<-- [start:data]
def images(block_id: tuple[int, ...]) -> numpy.ndarray:
    """Um pedaço das imagens. Aqui se sorteia; com dados de verdade, é onde se abriria um arquivo."""
    return numpy.random.default_rng(block_id[0]).random((ROWS, PIXELS))


def labels(block_id: tuple[int, ...]) -> numpy.ndarray:
    """As classes das imagens de um pedaço."""
    return numpy.floor(images(block_id) @ numpy.linspace(-1, 1, PIXELS) / 0.5) % CLASSES
# --8<-- [end:data]


# --8<-- [start:train]
def train(x: da.Array | numpy.ndarray, y: da.Array | numpy.ndarray) -> list[float]:
    """A rede de sempre, que de Dask não sabe nada; cada lote ocupa dois pedaços."""
    model = Sequential([Dense(32, activation="relu"), Dense(CLASSES, activation="softmax")], seed=0)
    model.compile(optimizer=SGD(0.5), loss="sparse_categorical_crossentropy")
    return model.fit(x, y, batch_size=2 * ROWS, epochs=3, shuffle=False, verbose=0).history["loss"]


def main() -> None:
    """O treino em dois processos, e o mesmo num só, com o NumPy, para comparar."""
    rows = (ROWS,) * PIECES
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        x = da.map_blocks(images, chunks=(rows, PIXELS), dtype=float, meta=numpy.empty((0, 0))).persist()
        y = da.map_blocks(labels, chunks=(rows,), dtype=float, meta=numpy.empty(0)).persist()
        together = train(x, y)
        workers = set(x.map_blocks(lambda block: block[:1, :1] * 0 + os.getpid()).compute().ravel())
        alone = train(x.compute(), y.compute())
    print("processos que fizeram contas:", len(workers - {os.getpid()}))
    print("custos:", [round(loss, 6) for loss in together])
    print("diferença para um processo só:", max(abs(a - b) for a, b in zip(together, alone)))
# --8<-- [end:train]


if __name__ == "__main__":
    main()
