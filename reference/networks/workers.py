r"""Dois processos, um treino: cada um calcula o gradiente de metade do lote e atualiza metade dos pesos.

O Python faz uma conta por vez; quem tem dois núcleos usa o segundo com outro processo. O custo é uma média, e a média
do lote é a média ponderada das médias das partes: a divisão não muda a matemática, só a ordem das somas. Numa
conversa passam as amostras, os gradientes e os pesos novos; nada mais é dividido.
"""

import multiprocessing
import signal
from collections.abc import Sequence
from contextlib import suppress
from copy import copy, deepcopy
from itertools import pairwise
from typing import Any
from warnings import catch_warnings, filterwarnings

from reference.data.batches import part, samples
from reference.gradients.graph import Variable
from reference.networks.conversation import End, conversation, heard, reply
from reference.networks.metrics import RunningMean
from reference.operations.namespaces import array_namespace
from reference.operations.one_pass import one_pass


# --8<-- [start:shares]
def shares(n: int, workers: int) -> list[tuple[int, int]]:
    """Onde começa e onde termina a parte de cada um, das mais parecidas que há.

    Examples:
        >>> shares(10, 3)
        [(0, 4), (4, 7), (7, 10)]
    """
    ends = [(n * i + workers - 1) // workers for i in range(workers + 1)]
    return list(pairwise(ends))
# --8<-- [end:shares]


def cut(values: Sequence[Any], workers: int, i: int) -> list[Any]:
    """A parte `i` de cada valor, ao longo do eixo 0.

    Examples:
        >>> cut([array([1, 2, 3])], 2, 0)
        [array([1, 2])]
    """
    return [part(value, *shares(samples(value), workers)[i]) for value in values]


# --8<-- [start:combine]
@one_pass
def weighted(elements: Any, a: float, b: float) -> list[Any]:
    r"""Dois números, cada um com o seu peso: $a\,x + b\,y$.

    Examples:
        >>> weighted(1.0, 4.0, 0.5, 0.25)
        1.5
    """
    return [x * a + y * b for x, y in elements]


def combine(parts: Sequence[Sequence[Any]], sizes: Sequence[int]) -> list[Any]:
    """Média ponderada dos gradientes: cada parte pesa quantas amostras tinha; a soma é sempre na ordem dos processos.

    Examples:
        >>> combine([[array([1.0])], [array([4.0])]], [2, 1])
        [array([2.])]
    """
    total = sum(sizes)
    sums, weight = list(parts[0]), sizes[0] / total
    for gradients, size in zip(parts[1:], sizes[1:]):
        if size:
            sums = [weighted(s, g, weight, size / total) for s, g in zip(sums, gradients)]
            weight = 1.0  # o que já se somou tem o seu peso
    return sums
# --8<-- [end:combine]


class Piece:
    """A fatia dos pesos que cabe a um processo, com um otimizador só para ela.

    Args:
        model: A rede.
        workers: Quantos processos.
        i: Qual deles.

    Examples:
        >>> from reference.networks.layers import Dense
        >>> from reference.networks.sequential import Sequential
        >>> model = Sequential([Dense(4, input_shape=(3,), kernel_initializer="ones")])
        >>> model.compile(optimizer="sgd", loss="mse")
        >>> [w.shape for w in Piece(model, 2, 0).update([ones((2, 4)), ones(2)])]
        [(2, 4), (2,)]
    """

    def __init__(self, model: Any, workers: int, i: int) -> None:
        self.model, self.workers, self.i = model, workers, i
        self.optimizer = copy(model.optimizer)
        state = model.optimizer.state
        self.optimizer.state = {
            name: values if name == "iterations" else cut(values, workers, i) for name, values in state.items()
        }

    def update(self, gradients: Sequence[Any]) -> list[Any]:
        """Atualiza a fatia com os gradientes dela; devolve os pesos novos."""
        pieces = [Variable(w) for w in cut([v.value for v in self.model.trainable_weights], self.workers, self.i)]
        self.optimizer.apply(gradients, pieces)
        return [piece.value for piece in pieces]


def averages(model: Any) -> list[Variable]:
    """O que as camadas guardam sem treinar: as médias móveis da normalização de lote.

    Examples:
        >>> from reference.networks.normalization import BatchNormalization
        >>> from reference.networks.sequential import Sequential
        >>> [w.name for w in averages(Sequential([BatchNormalization(input_shape=(3,))]))]
        ['batchnormalization/moving_mean', 'batchnormalization/moving_variance']
    """
    return [weight for weight in model.weights if not weight.trainable]


# --8<-- [start:portion]
def portion(model: Any, x: Any, y: Any) -> tuple[dict[str, float], list[Any], list[Any]]:
    """A ida, o custo e a volta de uma parte do lote, e aonde ela levaria as médias móveis, que ficam onde estavam.

    Examples:
        >>> portion(None, zeros((0, 3)), zeros((0, 1)))
        ({}, [], [])
    """
    if not samples(x):
        return {}, [], []
    kept = averages(model)
    before = [weight.value for weight in kept]
    try:
        logs, gradients = model.slopes(x, y)
        return logs, gradients, [weight.value for weight in kept]
    finally:
        for weight, value in zip(kept, before):
            weight.value = value
# --8<-- [end:portion]


# --8<-- [start:work]
def work(connection: End, others: Sequence[End], model: Any, workers: int, i: int, seed: int) -> None:
    """O que um processo ajudante faz, até que a conversa acabe: ida e volta da sua parte do lote, atualização da fatia.

    Args:
        connection: A ponta dele da conversa com o processo principal.
        others: As pontas do principal, que ele fecha: só assim sabe quando o principal se foi.
        model: A rede, já com pesos e otimizador.
        workers: Quantos processos.
        i: Qual deles é este.
        seed: De que semente ele sorteia (o que uma camada desliga, por exemplo).

    Examples:
        >>> work.__name__  # quem o chama é `Team`, noutro processo
        'work'
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # quem atende o Ctrl-C é o principal
    for other in others:
        other.close()
    model.random.seed(seed)
    piece, weights = Piece(model, workers, i), [*model.trainable_weights, *averages(model)]
    with suppress(EOFError, OSError):  # o principal terminou, ou morreu
        while True:
            request = connection.recv()
            if request is None:
                connection.send(piece.optimizer.state)
                continue
            x, y, values = request
            for weight, value in zip(weights, values):
                weight.value = value
            reply(connection, portion, model, x, y)
            reply(connection, piece.update, combine(*connection.recv()))
# --8<-- [end:work]


class Team:
    """Os processos de um treino: o principal, que é um deles, e os ajudantes.

    Args:
        model: A rede, compilada.
        workers: Quantos processos, contando o principal.

    Raises:
        ValueError: Se não for ao menos 1.

    Examples:
        >>> Team(None, 0)
        Traceback (most recent call last):
        ValueError: fit: é preciso ao menos um processo, e foram pedidos 0
    """

    def __init__(self, model: Any, workers: int) -> None:
        if workers < 1:
            raise ValueError(f"fit: é preciso ao menos um processo, e foram pedidos {workers}")
        self.model, self.workers = model, workers
        self.helpers: list[tuple[Any, End]] = []
        self.piece: Any = None

    def __enter__(self) -> "Team":
        return self

    def start(self, *batch: Any) -> None:
        """Põe os ajudantes para trabalhar, cada um com a sua semente, depois que os pesos nasceram."""
        known = multiprocessing.get_all_start_methods()
        context: Any = multiprocessing.get_context("fork" if "fork" in known else "spawn")
        self.piece = Piece(self.model, self.workers, 0)
        size = sum(getattr(value, "nbytes", 0) for value in (*batch, *self.model.get_weights()))
        seeds = deepcopy(self.model.random).randint(2**31, size=self.workers)  # o sorteio da rede fica onde está
        for i in range(1, self.workers):
            ours, theirs = conversation(context, size)
            arguments = theirs, [*(end for _, end in self.helpers), ours], self.model, self.workers, i, int(seeds[i])
            process = context.Process(target=work, args=arguments, daemon=True)
            with catch_warnings():
                filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
                process.start()  # as linhas de execução do NumPy não atrapalham: quem nasce só usa a sua
            theirs.close()
            self.helpers.append((process, ours))

    # --8<-- [start:train_on_batch]
    def train_on_batch(self, x: Any, y: Any) -> dict[str, float]:
        """Um passo de treino repartido: cada processo, uma parte do lote; depois, cada um, uma fatia dos pesos.

        Args:
            x: Lote de amostras.
            y: Os alvos, um por amostra.

        Returns:
            O custo e as métricas do lote.

        Raises:
            RuntimeError: Se um ajudante tiver morrido. O que falhar na conta de um ajudante é levantado aqui como ele
                o levantou. Nos dois casos, os pesos ficam como no fim do passo anterior.
        """
        m, n = samples(x), self.workers
        if n == 1:
            return self.model.train_on_batch(x, y)  # type: ignore[no-any-return]
        if not self.helpers:
            self.model.adopt(x)
            self.start(x, y)
        weights, kept = self.model.trainable_weights, averages(self.model)
        values = [weight.value for weight in (*weights, *kept)]
        try:
            own, *others = [cut([x, y], n, i) for i in range(n)]
            for (_, connection), portions in zip(self.helpers, others):
                connection.send((*portions, values))
            answers = [portion(self.model, *own), *(heard(connection) for _, connection in self.helpers)]
            logs, gradients, moved = zip(*answers)
            sizes = [stop - start for start, stop in shares(m, n)]
            for i, (_, connection) in enumerate(self.helpers, 1):
                connection.send(([cut(each, n, i) for each in gradients], sizes))
            first = self.piece.update(combine([cut(each, n, 0) for each in gradients], sizes))
            pieces = [first, *(heard(connection) for _, connection in self.helpers)]
        except (EOFError, ConnectionError) as problem:
            raise RuntimeError("fit: um dos processos ajudantes morreu; os pesos são os do último passo") from problem
        for weight, value in zip(weights, [joined(parts) for parts in zip(*pieces)]):
            weight.value = value
        for weight, value, own in zip(kept, combine(moved, sizes), moved[0]):
            if own is not weight.value:  # o que não se moveu fica como está, até o último bit
                weight.value = value
        mean = RunningMean()
        for measured, size in zip(logs, sizes):
            mean.add(measured, size)
        return mean.result()
    # --8<-- [end:train_on_batch]

    def collect(self) -> None:
        """Junta o que cada otimizador lembra no da rede, para que o treino possa ser guardado e continuado."""
        if self.piece is None:
            return
        for _, connection in self.helpers:
            connection.send(None)
        states = [self.piece.optimizer.state, *(connection.recv() for _, connection in self.helpers)]
        self.model.optimizer.state = {
            name: values if name == "iterations" else [joined(parts) for parts in zip(*(s[name] for s in states))]
            for name, values in states[0].items()
        }

    def __exit__(self, *problem: Any) -> None:
        for _, connection in self.helpers:
            connection.close()  # o ajudante, que só espera notícias, vê que acabou
        for process, _ in self.helpers:
            process.join(timeout=5)
            if process.is_alive():  # preso numa conta comprida
                process.terminate()
                process.join()
        self.helpers = []


def joined(parts: Sequence[Any]) -> Any:
    """As fatias de um valor, emendadas ao longo do eixo 0.

    Examples:
        >>> joined([array([1, 2]), array([3])])
        array([1, 2, 3])
    """
    return array_namespace(*parts).concat(list(parts), axis=0)
