r"""Rede sequencial: uma pilha de camadas, e o laço que a treina.

Treinar é repetir quatro passos: a **ida** (o lote atravessa as camadas), o **custo**, a **volta** (o gradiente do custo
em relação a cada peso) e a **atualização**. Eles estão em `train_on_batch`, na ordem; o resto é quem entrega os lotes
e anota os números. Os nomes são os do Keras.
"""

from collections.abc import Sequence
from typing import Any

from reference.data.batches import BatchGenerator, batches, count_batches, part, samples
from reference.gradients.adaptive import Adagrad, Adam, AdamW, RMSprop
from reference.gradients.graph import Variable, gradients
from reference.gradients.sgd import SGD
from reference.networks import losses
from reference.networks import metrics as measures
from reference.networks.callbacks import Callback, CallbackList, History
from reference.networks.layers import Layer, Shape
from reference.networks.losses import value_of
from reference.networks.metrics import RunningMean
from reference.networks.progress import ProgressBar, summary_of
from reference.networks.saving import Checkpoint, load_network, save_network
from reference.networks.workers import Team
from reference.operations.namespaces import array_namespace, as_value, device_of, moved, settled
from reference.random import RandomState

OPTIMIZERS = {kind.__name__.lower(): kind for kind in (SGD, Adagrad, RMSprop, Adam, AdamW)}
"""Os otimizadores, pelo nome que o Keras lhes dá."""


class Sequential:
    """Rede de camadas em fila: a saída de uma é a entrada da seguinte.

    Args:
        layers: As camadas, na ordem.
        seed: Semente dos pesos iniciais, da ordem dos lotes e de tudo o que se sorteia no treino.
        name: Nome da rede.

    Examples:
        >>> from reference.networks.layers import Dense
        >>> model = Sequential([Dense(3, activation="relu", input_shape=(2,)), Dense(1)], seed=0)
        >>> model.count_params()
        13
        >>> model.predict(array([[1.0, 2.0]])).shape
        (1, 1)

    [Notas: Construindo uma rede neural artificial; NaiveSequential]
    """

    def __init__(self, layers: Sequence[Layer] = (), *, seed: int | None = None, name: str = "sequential") -> None:
        self.name, self.layers = name, list[Layer]()
        self.random = RandomState(seed)
        self.optimizer: Any = None
        self.loss: Any = None
        self.metrics: list[tuple[str, Any]] = []
        self.input_shape: Shape | None = None
        self.stop_training = False
        for layer in layers:
            self.add(layer)

    def add(self, layer: Layer) -> None:
        """Põe mais uma camada no fim da fila."""
        self.layers.append(layer)
        if self.layers[0].input_shape is not None:
            self.build(self.layers[0].input_shape)

    def build(self, shape: Shape) -> None:
        """Faz nascer os pesos de todas as camadas.

        Args:
            shape: Forma de uma amostra, sem o eixo do lote.
        """
        self.input_shape = tuple(shape)
        for layer in self.layers:
            shape = layer.build_once(tuple(shape), self.random)

    # --8<-- [start:call]
    def __call__(self, x: Any, training: bool = False) -> Any:
        """A ida: o lote atravessa as camadas, uma a uma.

        Args:
            x: Lote, de forma (m, …).
            training: Se é treino; algumas camadas só agem nele.

        Returns:
            Variável com a resposta, de forma (m, …).
        """
        self.adopt(value_of(x))
        for layer in self.layers:
            x = layer(x, training)
        return x
    # --8<-- [end:call]

    def adopt(self, x: Any) -> None:
        """Leva os pesos à biblioteca, ao tipo e ao dispositivo de `x`: a mesma rede serve a qualquer tensor."""
        self.build(tuple(x.shape[1:]))
        xp = array_namespace(x)
        like = x if xp.isdtype(x.dtype, "real floating") else xp.asarray([0.0], device=device_of(x))
        for weight in self.weights:
            weight.value = moved(weight.value, like)

    @property
    def weights(self) -> list[Variable]:
        """Todos os pesos, de todas as camadas."""
        return [weight for layer in self.layers for weight in layer.weights]

    @property
    def trainable_weights(self) -> list[Variable]:
        """Os pesos que o treino muda."""
        return [weight for layer in self.layers for weight in layer.trainable_weights]

    def get_weights(self) -> list[Any]:
        """Os valores dos pesos, camada por camada."""
        return [weight.value for weight in self.weights]

    def set_weights(self, values: Sequence[Any]) -> None:
        """Troca os valores dos pesos.

        Raises:
            ValueError: Se não houver um valor por peso, de mesma forma.
        """
        shapes = [tuple(value.shape) for value in values]
        if shapes != [weight.shape for weight in self.weights]:
            raise ValueError(f"set_weights: as formas são {[w.shape for w in self.weights]}, e vieram {shapes}")
        for weight, value in zip(self.weights, values):
            weight.value = value

    def count_params(self) -> int:
        """Quantos números há nos pesos."""
        return sum(layer.count_params() for layer in self.layers)

    def compile(self, optimizer: Any = "rmsprop", loss: Any = None, metrics: Sequence[Any] | None = None) -> None:
        """Diz como se treina.

        Args:
            optimizer: Otimizador, ou o nome dele (`"adam"`).
            loss: Função de perda, ou o nome dela (`"categorical_crossentropy"`).
            metrics: O que mais medir: funções, ou os nomes delas (`"accuracy"`).
        """
        if isinstance(optimizer, str) and optimizer.lower() not in OPTIMIZERS:
            raise ValueError(f"compile: não há otimizador {optimizer!r}; há {', '.join(sorted(OPTIMIZERS))}")
        self.optimizer = OPTIMIZERS[optimizer.lower()]() if isinstance(optimizer, str) else optimizer
        self.loss = losses.get(loss)
        self.metrics = [measures.get(metric) for metric in metrics or ()]

    # --8<-- [start:train_on_batch]
    def train_on_batch(self, x: Any, y: Any) -> dict[str, float]:
        """Um passo de treino: ida, custo, volta, atualização.

        Args:
            x: Lote de amostras, de forma (m, …).
            y: Os alvos, um por amostra.

        Returns:
            O custo e as métricas do lote, medidos **antes** da atualização.
        """
        logs, slopes = self.slopes(x, y)
        self.optimizer.apply(slopes, self.trainable_weights)
        return logs

    def slopes(self, x: Any, y: Any) -> tuple[dict[str, float], list[Any]]:
        """A ida, o custo e a volta: as medidas do lote e um gradiente por peso que se treina."""
        y_pred = self(x, training=True)
        cost = self.cost(y, y_pred)
        value, answer, slopes = settled((cost.value, y_pred.value, gradients(cost, self.trainable_weights)))
        return self.measured(value, y, answer), slopes
    # --8<-- [end:train_on_batch]

    def cost(self, y_true: Any, y_pred: Any) -> Any:
        """O custo da resposta, mais as multas que as camadas cobram dos seus pesos."""
        penalty = sum(layer.penalty() for layer in self.layers)
        cost = losses.cost(self.loss, y_true, y_pred)
        return cost + penalty if penalty else cost

    def measured(self, cost: Any, y_true: Any, y_pred: Any) -> dict[str, float]:
        """O custo e as métricas, como números."""
        found = {name: measures.average(metric(y_true, y_pred)) for name, metric in self.metrics}
        return {"loss": float(cost), **found}

    # --8<-- [start:fit]
    def fit(
        self,
        x: Any,
        y: Any,
        batch_size: int = 32,
        epochs: int = 1,
        verbose: Any = "auto",
        callbacks: Sequence[Callback] | None = None,
        validation_split: float = 0.0,
        validation_data: tuple[Any, Any] | None = None,
        shuffle: bool = True,
        initial_epoch: int = 0,
        workers: int = 1,
        checkpoint: Any = None,
    ) -> History:
        """Treina: `epochs` vezes, percorre todos os lotes.

        Args:
            x: Amostras, de forma (m, …).
            y: Alvos, um por amostra.
            batch_size: Amostras por lote; o último leva as que sobrarem.
            epochs: Até que época treinar.
            verbose: 0 não mostra nada; 1, uma barra; 2, uma linha por época; `"auto"`, 1 num terminal e 2 fora dele.
            callbacks: Quem quer ser avisado a cada lote e a cada época.
            validation_split: Que parte do fim dos dados separar, para medir sem treinar.
            validation_data: Amostras e alvos para medir ao fim de cada época, em vez de `validation_split`.
            shuffle: Se a ordem das amostras é sorteada a cada época.
            initial_epoch: De que época partir.
            workers: Em quantos processos repartir cada lote; a mesma semente e o mesmo número deles, os mesmos pesos.
                Se o treino é interrompido no meio de uma época, os pesos são os do último passo, e o que o otimizador
                lembra, com mais de um processo, o do fim da época anterior.
            checkpoint: Arquivo em que guardar o treino a cada época; se já existe, o treino continua de onde parou, e
                os pesos do fim são os mesmos, bit por bit, de um que nunca tivesse parado.

        Returns:
            O histórico: em `history`, uma lista por medida, um número por época.

        Raises:
            ValueError: Se a rede não foi compilada, ou se não houver um alvo por amostra.
        """
        self.check_compiled("fit")
        x, y = as_value(x), as_value(y)
        if validation_split:
            m = samples(x)
            kept = m - int(m * validation_split)
            if not 0 < kept < m:
                raise ValueError(f"fit: validation_split={validation_split} de {m} amostras não deixa dois conjuntos")
            validation_data = part(x, kept, m), part(y, kept, m)
            x, y = part(x, 0, kept), part(y, 0, kept)
        history = History()
        self.stop_training = False
        generator = BatchGenerator(x, y, batch_size, self.random if shuffle else None)
        self.adopt(x)  # os pesos nascem antes de se sortear a ordem dos lotes
        callbacks = list(callbacks or ())
        keepers = [Checkpoint(checkpoint, history, callbacks)] if checkpoint is not None else []
        told = CallbackList([*callbacks, history, *keepers, ProgressBar(verbose, epochs, len(generator))], self)
        told.tell("on_train_begin")
        for epoch in range(max([initial_epoch, *(keeper.next_epoch for keeper in keepers)]), epochs):
            if self.stop_training:
                break
            told.tell("on_epoch_begin", epoch)
            mean = RunningMean()
            with Team(self, workers) as team:
                for i, (x_batch, y_batch) in enumerate(generator):
                    mean.add(team.train_on_batch(x_batch, y_batch), samples(x_batch))
                    told.tell("on_train_batch_end", i, mean.result())
                team.collect()
            logs = mean.result()
            if validation_data is not None:
                found = self.evaluate(*validation_data, batch_size=batch_size, verbose=0, return_dict=True)
                logs.update({f"val_{name}": value for name, value in found.items()})
            told.tell("on_epoch_end", epoch, logs)
        told.tell("on_train_end")
        return history
    # --8<-- [end:fit]

    def evaluate(
        self, x: Any, y: Any, batch_size: int = 32, verbose: Any = "auto", return_dict: bool = False
    ) -> Any:
        """Mede sem treinar: o custo e as métricas, na média de todas as amostras.

        Args:
            x: Amostras, de forma (m, …).
            y: Alvos, um por amostra.
            batch_size: Amostras por lote.
            verbose: Como em `fit`.
            return_dict: Se devolve um dicionário, em vez de uma lista.

        Returns:
            `[custo, métrica, …]`; só o custo, se não há métricas; ou um dicionário, se `return_dict`.
        """
        self.check_compiled("evaluate")
        generator = BatchGenerator(as_value(x), as_value(y), batch_size)
        told, mean = CallbackList([ProgressBar(verbose, None, len(generator))], self), RunningMean()
        told.tell("on_epoch_begin", 0)
        for i, (x_batch, y_batch) in enumerate(generator):
            y_pred = self(x_batch)
            cost = self.cost(y_batch, y_pred)
            value, answer = settled((cost.value, y_pred.value))
            mean.add(self.measured(value, y_batch, answer), samples(x_batch))
            told.tell("on_train_batch_end", i, mean.result())
        logs = mean.result()
        told.tell("on_epoch_end", 0, logs)
        return logs if return_dict else [*logs.values()] if self.metrics else logs["loss"]

    def predict(self, x: Any, batch_size: int = 32, verbose: Any = 0) -> Any:
        """A resposta da rede a cada amostra.

        Args:
            x: Amostras, de forma (m, …).
            batch_size: Amostras por lote.
            verbose: Como em `fit`.

        Returns:
            Tensor da biblioteca de `x`, de forma (m, …).
        """
        x = as_value(x)
        total = count_batches(samples(x), batch_size)
        told, answers = CallbackList([ProgressBar(verbose, None, total)], self), []
        told.tell("on_epoch_begin", 0)
        for i, x_batch in enumerate(batches(x, batch_size)):
            answers.append(value_of(self(x_batch)))
            told.tell("on_train_batch_end", i, {})
        told.tell("on_epoch_end", 0, {})
        return array_namespace(x).concat(answers, axis=0)

    def check_compiled(self, name: str) -> None:
        """Confere que já se disse como treinar.

        Raises:
            ValueError: Se `compile` ainda não foi chamado.
        """
        if self.loss is None:
            raise ValueError(f"{name}: antes, diga como se treina, com compile(optimizer=…, loss=…)")

    def save(self, path: Any) -> None:
        """Guarda a arquitetura e os pesos num arquivo safetensors; `Sequential.load` os traz de volta.

        Args:
            path: Onde; por costume, um nome que termina em `.safetensors`.

        Raises:
            TypeError: Se uma camada tiver uma opção que não se escreve em JSON, como uma função sem nome conhecido.
        """
        save_network(path, self)

    @classmethod
    def load(cls, path: Any) -> "Sequential":
        """A rede guardada por `save`, pronta para responder; para treiná-la mais, `compile`.

        Raises:
            ValueError: Se o arquivo estiver estragado, ou não guardar uma rede.
        """
        return load_network(path, cls)  # type: ignore[no-any-return]

    def summary(self) -> None:
        """Imprime as camadas, a forma do que sai de cada uma e quantos números há nos pesos."""
        print(summary_of(self.name, self.layers))
