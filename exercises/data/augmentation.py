"""Confere os exercícios de docs/data/augmentation.md."""

import reference as np
from exercises.judging import exercise, expect, near

LINE = np.array([[0.0, 0.0, 0.0], [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]])
RIGHT = """
    gone = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
    up = [[1, 1, 1], [0, 0, 0], [0, 0, 0]]
    right = [[0, 0, 0], [0, 1, 1], [0, 0, 0]]
"""


@exercise(
    start="""
        # em listas, como x é [[0, 0, 0], [1, 1, 1], [0, 0, 0]]
        gone = ...  # shift(x, 3, 0)
        up = ...  # shift(x, -1, 0)
        right = ...  # shift(x, 0, 1)
    """,
    solution=RIGHT,
    wrong={
        RIGHT + "    gone = [[0, 0, 0], [1, 1, 1], [0, 0, 0]]": "não volta por cima",
        RIGHT + "    gone = 0": "uma imagem, e não um número",
        RIGHT + "    up = [[0, 0, 0], [0, 0, 0], [1, 1, 1]]": "negativo é para cima",
        RIGHT + "    up = [[0, 0, 0], [1, 1, 0], [0, 0, 0]]": "o primeiro número são linhas",
        RIGHT + "    right = [[0, 0, 0], [1, 1, 1], [0, 0, 0]]": "entra um zero",
        RIGHT + "    right = [[0, 0, 0], [1, 1, 0], [0, 0, 0]]": "positivo é para a direita",
    },
)
def three_shifts(gone, up, right):
    for name, answer in (("gone", gone), ("up", up), ("right", right)):
        expect(np.shape(answer) == (3, 3), f"{name}: a resposta é uma imagem, e não um número; o tamanho dela não muda")
    expect(not near(gone, LINE), "gone: o que sai por baixo não volta por cima; se perde")
    expect(near(gone, np.zeros((3, 3))), "gone: três linhas para baixo, numa imagem de três linhas")
    expect(not near(up, LINE[[2, 0, 1]]), "up: negativo é para cima; a linha 1 vai para a 0")
    expect(not near(up, [[0, 0, 0], [1, 1, 0], [0, 0, 0]]), "up: o primeiro número são linhas, e não colunas")
    expect(near(up, [[1, 1, 1], [0, 0, 0], [0, 0, 0]]), "up: cada linha sobe uma casa, e embaixo entram zeros")
    expect(not near(right, LINE), "right: a linha de uns anda uma coluna, e atrás dela entra um zero")
    expect(not near(right, [[0, 0, 0], [1, 1, 0], [0, 0, 0]]), "right: positivo é para a direita")
    expect(near(right, [[0, 0, 0], [0, 1, 1], [0, 0, 0]]), "right: cada coluna anda uma casa; à esquerda entram zeros")


@exercise(
    start="""
        # True, se a imagem volta a ser o que era
        turn_30 = ...
        turn_90 = ...
        shift_1 = ...
    """,
    solution="turn_30, turn_90, shift_1 = False, True, False",
    wrong={
        "turn_30, turn_90, shift_1 = True, True, False": "médias não se desfazem",
        "turn_30, turn_90, shift_1 = False, False, False": "um quarto de volta é exato",
        "turn_30, turn_90, shift_1 = False, True, True": "se perdeu",
    },
)
def back_again(turn_30, turn_90, shift_1):
    expect(not turn_30, "turn_30: cada ponto virou a média de vizinhos, e médias não se desfazem")
    expect(turn_90, "turn_90: um quarto de volta é exato: cada ponto vem de um ponto, e nenhum sai da imagem")
    expect(not shift_1, "shift_1: a coluna que saiu se perdeu, e a que volta é de zeros")


@exercise(
    start="weights = ...  # [cima à esquerda, cima à direita, baixo à esquerda, baixo à direita]",
    solution="weights = [0.75, 0, 0.25, 0]",
    wrong={
        "weights = [0.25, 0, 0.75, 0]": "quem está mais perto pesa mais",
        "weights = [0, 0.75, 0, 0.25]": "a coluna exata é a da esquerda",
        "weights = [0.75, 0.25, 0, 0]": "a ordem",
        "weights = [0.75, 0.75, 0.25, 0.25]": "não somam 1",
        "weights = [0.25, 0.25, 0.25, 0.25]": "bem no meio",
        "weights = [0.375, 0.375, 0.125, 0.125]": "está a uma coluna inteira",
    },
)
def bilinear(weights):
    expect(np.shape(weights) == (4,), "são quatro pesos, um por vizinho")
    expect(near(sum(weights), 1), "os pesos não somam 1: cada um é o da linha vezes o da coluna")
    expect(not near(weights, [0.25, 0, 0.75, 0]), "quem está mais perto pesa mais: a linha de cima está a 0,25")
    expect(not near(weights, [0, 0.75, 0, 0.25]), "a coluna exata é a da esquerda, com peso 1; a da direita está a 1")
    expect(not near(weights, [0.75, 0.25, 0, 0]), "os números estão certos, e a ordem não: primeiro os dois de cima")
    expect(not near(weights, [0.25] * 4), "isso é para um ponto bem no meio dos quatro")
    expect(not near(weights, [0.375, 0.375, 0.125, 0.125]), "o vizinho da direita está a uma coluna inteira: não pesa")
    expect(near(weights, [0.75, 0, 0.25, 0]), "a linha de cima pesa 0,75 e a de baixo, 0,25; as colunas, 1 e 0")


@exercise(
    given="import reference as np",
    start="""
        def mirrored(images):
            ...


        print(mirrored(np.array([[[1, 2], [3, 4]]])))
    """,
    wrong={
        "def mirrored(images): images[..., ::-1]": "devolveu None",
        "def mirrored(images): return images[..., ::-1, :]": "de cabeça para baixo",
        "def mirrored(images): return images[::-1]": "a ordem do lote",
        "def mirrored(images): return images[..., ::-1, ::-1]": "meia-volta",
        "def mirrored(images): return np.swapaxes(images, -1, -2)": "deitou",
        "def mirrored(images): return images[..., [1, 0]]": "de outra largura",
        """
        def mirrored(images):
            images[...] = images[..., ::-1].copy()
            return images
        """: "mexeu nas imagens",
    },
)
def mirror(mirrored):
    images = np.arange(12).reshape(2, 2, 3)
    answer, right = mirrored(images), [[[2, 1, 0], [5, 4, 3]], [[8, 7, 6], [11, 10, 9]]]
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(near(images, np.arange(12).reshape(2, 2, 3)), "a função mexeu nas imagens de quem a chamou")
    expect(not near(answer, images[..., ::-1, :]), "ficaram de cabeça para baixo: as colunas são o último eixo")
    expect(not near(answer, images[::-1]), "só mudou a ordem do lote: o primeiro eixo é o das amostras")
    expect(not near(answer, images[..., ::-1, ::-1]), "isso é meia-volta: só as colunas se invertem")
    expect(np.shape(answer) != (2, 3, 2), "isso deitou as imagens: nenhum eixo muda de lugar")
    expect(near(answer, right), "falha com imagens de outra largura, como as de três colunas")


@exercise(
    given="""
        import reference as np

        x = np.array([[0.0, 0.0, 0.0], [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]])
    """,
    start="""
        # conserte
        def moved_down(image, steps):
            return np.roll(image, steps, axis=0)


        print(moved_down(x, 2))
    """,
    wrong={
        "def moved_down(image, steps): return np.roll(image, steps, axis=0)": "voltou por cima",
        "def moved_down(image, steps): return np.zeros_like(image)": "desce inteira",
        """
        def moved_down(image, steps):
            moved = np.roll(image, steps, axis=0)
            moved[steps:] = 0
            return moved
        """: "as que ficam",
        """
        def moved_down(image, steps):
            moved = np.roll(image, steps, axis=0)
            moved[0] = 0
            return moved
        """: "entram tantas linhas de zeros",
        """
        def moved_down(image, steps):
            moved = np.roll(image, steps, axis=1)
            moved[:, :steps] = 0
            return moved
        """: "para o lado",
        """
        def moved_down(image, steps):
            image[steps:] = image[:-steps].copy()
            image[:steps] = 0
            return image
        """: "mexeu na imagem",
    },
)
def down_with_zeros(moved_down):
    image = np.arange(1.0, 13.0).reshape(4, 3)
    answer = moved_down(image, 2)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(near(image, np.arange(1.0, 13.0).reshape(4, 3)), "a função mexeu na imagem de quem a chamou")
    expect(not near(answer, image[[2, 3, 0, 1]]), "o que saiu por baixo voltou por cima; ali entram zeros")
    kept = near(answer, [[7, 8, 9], [10, 11, 12], [0, 0, 0], [0, 0, 0]])
    expect(not kept, "foram apagadas as que ficam, e não as que voltaram por cima")
    sideways = near(answer, [[0, 0, 1], [0, 0, 4], [0, 0, 7], [0, 0, 10]])
    expect(not sideways, "a imagem andou para o lado: as linhas são o eixo 0")
    expect(np.shape(answer) == (4, 3), "a forma da imagem não muda")
    expect(near(answer[:2], np.zeros((2, 3))), "em cima entram tantas linhas de zeros quantos são os passos")
    expect(near(answer[2:], image[:2]), "a imagem desce inteira: a linha 0 vai para a linha steps")
