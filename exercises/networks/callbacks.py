"""Confere os exercícios de docs/networks/callbacks.md."""

import reference as np
from exercises.judging import exercise, expect, near
from reference.gradients.graph import Variable


@exercise(
    start="""
        stops = ...  # depois de que época o treino para
        keeps = ...  # de que época são os pesos com que fica
    """,
    solution="stops, keeps = 6, 4",
    wrong={
        "stops, keeps = 7, 7": "a sétima nunca chega a ser vista",
        "stops, keeps = 3, 2": "uma época só sem melhorar",
        "stops, keeps = 5, 4": "duas épocas de espera",
        "stops, keeps = 6, 6": "restore_best_weights",
        "stops, keeps = 6, 5": "contada de 1",
    },
)
def early_stop(stops, keeps):
    expect(not near(stops, 7), "stops: a sétima nunca chega a ser vista: a paciência acaba antes")
    expect(not near(stops, 3), "stops: o 6 é uma época só sem melhorar, e a quarta melhora: a espera recomeça")
    expect(not near(stops, 5), "stops: são duas épocas de espera; na quinta só passou uma")
    expect(near(stops, 6), "stops: o melhor é o 3, e a partir dele contam-se duas épocas sem melhora")
    expect(not near(keeps, 6), "keeps: com restore_best_weights=True a rede volta aos melhores pesos")
    expect(near(keeps, 4), "keeps: a época da menor perda vista, contada de 1")


@exercise(
    start="rates = ...  # as taxas das três primeiras épocas: uma lista",
    solution="rates = [0.4, 0.2, 0.1]",
    wrong={
        "rates = [0.8, 0.4, 0.2]": "também antes da primeira",
        "rates = [0.4, 0.4, 0.4]": "a taxa de agora",
        "rates = 0.1": "uma lista",
        "rates = [0.4, 0.8, 1.6]": "diminui",
        "rates = [0.8, 0.4, 0.26667]": "pela metade, e não",
    },
)
def halving(rates):
    expect(np.shape(rates) == (3,), "uma lista de três taxas, uma por época")
    expect(not near(rates, [0.8, 0.4, 0.2]), "a função é consultada também antes da primeira época")
    expect(not near(rates, [0.4] * 3), "a função recebe a taxa de agora, e não a inicial: é a metade da metade")
    expect(not near(rates, [0.4, 0.8, 1.6]), "taxa / 2 diminui a taxa; ela não volta a crescer")
    expect(not near(rates, [0.8, 0.4, 0.8 / 3], 1e-3), "cada época divide a taxa pela metade, e não pela sua posição")
    expect(near(rates, [0.4, 0.2, 0.1]), "parta de 0,8 e divida por 2 no começo de cada época")


class Pretend:
    """Faz as vezes de uma rede: tem um peso, e pode ser mandada parar."""

    def __init__(self):
        self.stop_training = False
        self.weights = [Variable(np.array([[0.5, -2.0], [1.0, 0.0]])), Variable(np.array([9.0, -9.0]))]

    def get_weights(self):
        """Os valores dos pesos."""
        return [weight.value for weight in self.weights]

    def set_weights(self, values):
        """Troca os valores dos pesos."""
        for weight, value in zip(self.weights, values):
            weight.value = value


def stopped_after(stopper, accuracies):
    """A época, contada de 1, em que o aviso manda parar; `None`, se não manda."""
    stopper.model = Pretend()
    stopper.on_train_begin()
    for epoch, accuracy in enumerate(accuracies):
        stopper.on_epoch_end(epoch, {"accuracy": accuracy, "loss": 1 - accuracy / 2})
        if stopper.model.stop_training:
            return epoch + 1
    return None


@exercise(
    given="from reference.networks.callbacks import EarlyStopping",
    start="""stopper = EarlyStopping("accuracy", mode="min", patience=2)  # conserte""",
    solution="""stopper = EarlyStopping("accuracy", mode="max", patience=2)""",
    wrong={
        """stopper = EarlyStopping("accuracy", mode="min", patience=2)""": "quer que a acurácia caia",
        """stopper = EarlyStopping("accuracy", mode="min", patience=20)""": "esperar mais não resolve",
        """stopper = EarlyStopping("loss", mode="min", patience=2)""": "é a acurácia que se quer acompanhar",
        """stopper = EarlyStopping(patience=2)""": "é a acurácia que se quer acompanhar",
        """stopper = EarlyStopping("accuracy", mode="max", patience=5)""": "a paciência era de duas",
    },
)
def wrong_mode(stopper):
    monitored = stopper.best.monitor
    expect(monitored == "accuracy", f"é a acurácia que se quer acompanhar, e este aviso acompanha {monitored}")
    patient = stopped_after(stopper, [0.5 + 0.01 * k for k in range(40)])
    expect(patient is None or patient < 10, "esperar mais não resolve: ele continua a querer que a acurácia caia")
    expect(patient is None, "a acurácia só subia, e ele parou o treino: mode=\"min\" quer que a acurácia caia")
    when = stopped_after(stopper, [0.5, 0.7] + [0.6] * 20)
    expect(when == 4, "a paciência era de duas épocas: com 0,5, 0,7, 0,6 e 0,6 ele tem de parar na quarta")


@exercise(
    given="from reference.networks.callbacks import Callback",
    start="""
        class MaiorPeso(Callback):
            def on_train_begin(self):
                ...

            def on_epoch_end(self, epoch, logs):
                ...
    """,
    solution="""
        class MaiorPeso(Callback):
            def on_train_begin(self):
                self.maiores = []

            def on_epoch_end(self, epoch, logs):
                self.maiores.append(float(abs(self.model.weights[0].value).max()))
    """,
    wrong={
        """
        class MaiorPeso(Callback):
            def on_train_begin(self):
                self.maiores = []

            def on_epoch_end(self, epoch, logs):
                self.maiores.append(float(self.model.weights[0].value.max()))
        """: "sem olhar o sinal",
        """
        class MaiorPeso(Callback):
            def on_train_begin(self):
                self.maiores = []

            def on_epoch_end(self, epoch, logs):
                self.maiores = [float(abs(self.model.weights[0].value).max())]
        """: "só ficou a última época",
        """
        class MaiorPeso(Callback):
            maiores = []

            def on_epoch_end(self, epoch, logs):
                self.maiores.append(float(abs(self.model.weights[0].value).max()))
        """: "recomeça a lista",
        """
        class MaiorPeso(Callback):
            def on_train_begin(self):
                self.maiores = []

            def on_train_batch_end(self, batch, logs):
                self.maiores.append(float(abs(self.model.weights[0].value).max()))
        """: "um número por época",
        """
        class MaiorPeso(Callback):
            def on_train_begin(self):
                self.maiores = []

            def on_epoch_end(self, epoch, logs):
                self.maiores.append(max(float(abs(w.value).max()) for w in self.model.weights))
        """: "da primeira camada",
        """
        class MaiorPeso(Callback):
            def on_train_begin(self):
                self.maiores = []

            def on_epoch_end(self, epoch, logs):
                self.maiores.append(abs(self.model.weights[0].value))
        """: "a matriz inteira",
    },
)
def biggest_weight(MaiorPeso):
    watcher = MaiorPeso()
    watcher.model = Pretend()
    for training in range(2):
        watcher.on_train_begin()
        expect(training == 0 or len(watcher.maiores) == 0, "cada treino recomeça a lista: faça-a em on_train_begin")
        for epoch, bigger in enumerate((0.0, 4.0)):
            watcher.model.weights[0].value = np.array([[0.5 + bigger, -2.0], [1.0, 0.0]])
            watcher.on_train_batch_end(0, {})
            watcher.on_train_batch_end(1, {})
            watcher.on_epoch_end(epoch, {"loss": 1.0})
    found = list(watcher.maiores)
    expect(len(found) != 1, "só ficou a última época: acrescente à lista, com append")
    expect(len(found) == 2, "pôs na lista a cada lote, ou não pôs: é um número por época, em on_epoch_end")
    expect(np.shape(found[0]) == (), "pôs na lista a matriz inteira; dela, só o maior")
    expect(not near(found, [1.0, 4.5]), "o maior é sem olhar o sinal: entre 1 e −2 é o −2")
    expect(not near(found, [9.0, 9.0]), "olhou os pesos todos; é só o primeiro, da primeira camada")
    expect(near(found, [2.0, 4.5]), "com os pesos 0,5, −2, 1 e 0, o maior em módulo é 2")
