"""As cinco imagens da prova em que o neurônio mais duvidou, com a resposta dele; as erradas, marcadas."""

from matplotlib.figure import Figure

from programs.zero_or_one import read_record
from reference import array
from reference.networks.neuron import Neuron
from tools.site.style import DADO, ERRO, SAIDA, SMALL, new_figure, pixels, text


def desenhar() -> Figure:
    figure, axes = new_figure(500, 172)
    record = read_record()
    neuron = Neuron(record["weights"], record["bias"])
    for i, digit in enumerate(record["doubtful"]):
        image = array(digit["image"])
        wrong = digit["k"] in record["mistakes"]
        box = pixels(axes, image.reshape((28, 28)), (10 + 98 * i, 8), 88, positive=ERRO if wrong else DADO, top=255)
        answer = f"{float(neuron.feedforward(image / 255)):.2f}".replace(".", ",")
        lines = [(f"rótulo {digit['label']}", DADO), (f"disse {answer}", SAIDA)]
        lines.append(("errou", ERRO) if wrong else ("acertou", SAIDA))
        for k, (words, role) in enumerate(lines):
            text(axes, (box.center[0], box.bottom + 16 + 22 * k), words, role, SMALL)
    return figure
