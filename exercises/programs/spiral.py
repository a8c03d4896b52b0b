"""Confere os exercícios de docs/programs/spiral.md."""

from math import log

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        loss = ...  # a perda de uma rede recém-nascida, com cinco classes
    """,
    solution="loss = 1.6094",
    wrong={
        "loss = 1.0986": "três classes",
        "loss = 0.2": "a probabilidade",
        "loss = -1.6094": "nunca é negativa",
        "loss = 0.699": "o natural",
        "loss = 0": "não acerta nada",
    },
)
def newborn_loss(loss):
    expect(not near(loss, log(3), 1e-3), "ln 3 é a de três classes; aqui são cinco")
    expect(not near(loss, 0.2), "0,2 é a probabilidade de cada classe; a perda é o −ln dela")
    expect(not near(loss, -log(5), 1e-3), "a perda nunca é negativa: é o logaritmo com o sinal trocado")
    expect(not near(loss, 0.699, 1e-3), "esse é o logaritmo na base 10; o da perda é o natural")
    expect(loss != 0, "perda zero é a de quem acerta com certeza, e esta ainda não acerta nada")
    expect(near(loss, log(5), 1e-3), "ela dá 1/5 a cada classe; a perda é −ln(1/5)")


@exercise(
    start="""
        parameters = ...  # quantos números tem uma rede 2-64-3
        more = ...  # True se são mais que os 371 da 2-16-16-3; False se não
    """,
    solution="parameters, more = 387, True",
    wrong={
        "parameters, more = 320, False": "os vieses",
        "parameters, more = 69, False": "os neurônios",
        "parameters, more = 384, True": "também a saída",
        "parameters, more = 387, False": "compare",
    },
)
def parameter_count(parameters, more):
    expect(parameters != 320, "faltam os vieses, um por neurônio")
    expect(parameters != 69, "essas são as entradas e os neurônios; contam-se as ligações entre eles, e os vieses")
    expect(parameters != 384, "também a saída tem vieses, um por neurônio dela")
    expect(parameters == 387, "2 × 64 pesos e 64 vieses na primeira; 64 × 3 pesos e 3 vieses na segunda")
    expect(more is True, "compare 387 com 371")


WEIGHTS = [np.array([[-2.0, 1.0], [-1.0, 0.0]]), np.array([-1.0, 1.0])]
WEIGHTS += [np.array([[-3.0, -1.0, 1.0], [-1.0, -3.0, 0.0]]), np.array([0.0, -3.0, -1.0])]
POINTS = np.array([[1.0, 0.0], [-1.0, 1.0], [0.0, -2.0], [3.0, 0.5]])


@exercise(
    given="""
        import reference as np
    """,
    start="""
        def answers(x, weights):
            ...
    """,
    solution="""
        def answers(x, weights):
            for i in range(0, len(weights), 2):
                x = np.dot(x, weights[i]) + weights[i + 1]
                if i + 2 < len(weights):
                    x = np.maximum(x, 0)
            return x.argmax(axis=1)
    """,
    wrong={
        """
        def answers(x, weights):
            for i in range(0, len(weights), 2):
                x = np.maximum(np.dot(x, weights[i]) + weights[i + 1], 0)
            return x.argmax(axis=1)
        """: "menos da última",
        """
        def answers(x, weights):
            for i in range(0, len(weights), 2):
                x = np.dot(x, weights[i]) + weights[i + 1]
            return x.argmax(axis=1)
        """: "falta a ReLU",
        """
        def answers(x, weights):
            for i in range(0, len(weights), 2):
                x = np.dot(x, weights[i])
                if i + 2 < len(weights):
                    x = np.maximum(x, 0)
            return x.argmax(axis=1)
        """: "faltam os vieses",
        "def answers(x, w): return np.maximum(x @ w[0] + w[1], 0) @ w[2] + w[3]": "as notas",
        "def answers(x, w): return (np.maximum(x @ w[0] + w[1], 0) @ w[2] + w[3]).argmax(axis=0)": "resposta por linha",
    },
)
def network_answers(answers):
    answer = answers(POINTS, WEIGHTS)
    expect(np.ndim(answer) == 1, "saíram as notas; a resposta é a posição da maior de cada linha")
    expect(np.shape(answer) == (4,), "tem de sair uma resposta por linha de x: são quatro pontos")
    expect(not near(answer, steps(relu_everywhere=True)), "a ReLU vem depois de cada camada, menos da última")
    expect(not near(answer, steps(relu=False)), "falta a ReLU depois das camadas escondidas")
    expect(not near(answer, steps(bias=False)), "faltam os vieses")
    expect(near(answer, steps()), "a classe não é a da maior nota")
    deep = [np.eye(2), np.array([-1.0, 0.0]), np.eye(2), np.zeros(2), np.eye(2), np.array([0.5, 0.0])]
    expect(near(answers(np.array([[0.0, 0.3], [0.0, 0.7]]), deep), [0, 1]), "falha com três camadas")


def steps(relu: bool = True, relu_everywhere: bool = False, bias: bool = True) -> list[int]:
    """As classes da rede de exemplo, com ou sem cada um dos seus passos."""
    hidden = POINTS @ WEIGHTS[0] + (WEIGHTS[1] if bias else 0)
    scores = (np.maximum(hidden, 0) if relu else hidden) @ WEIGHTS[2] + (WEIGHTS[3] if bias else 0)
    return (np.maximum(scores, 0) if relu_everywhere else scores).argmax(axis=1).tolist()


@exercise(
    given="""
        import reference as np
    """,
    start="""
        def unwound(x):
            ...
    """,
    solution="def unwound(x): return np.arctan2(x[:, 0], x[:, 1]) - 10 * np.hypot(x[:, 0], x[:, 1])",
    wrong={
        "def unwound(x): return np.arctan2(x[:, 0], x[:, 1])": "o raio",
        "def unwound(x): return np.arctan2(x[:, 1], x[:, 0]) - 10 * np.hypot(x[:, 0], x[:, 1])": "a ordem",
        "def unwound(x): return np.arctan2(x[0], x[1]) - 10 * np.hypot(x[0], x[1])": "as colunas",
        "def unwound(x): return np.arctan2(x[:, 0], x[:, 1]) - 10 * (x**2).sum(axis=1)": "falta a raiz",
    },
)
def angle_left(unwound):
    x = np.array([[0.0, 1.0], [3.0, 4.0], [-1.0, 0.5]])
    angle, radius = np.arctan2(x[:, 0], x[:, 1]), np.hypot(x[:, 0], x[:, 1])
    answer = unwound(x)
    expect(np.shape(answer) == (3,), "um número por ponto: use as colunas x[:, 0] e x[:, 1], e não as linhas")
    expect(not near(answer, angle), "falta tirar dez vezes o raio")
    expect(not near(answer, np.arctan2(x[:, 1], x[:, 0]) - 10 * radius), "a ordem em arctan2: primeiro a coordenada 0")
    expect(not near(answer, angle - 10 * radius**2), "o raio é a hipotenusa: falta a raiz da soma dos quadrados")
    expect(near(answer, angle - 10 * radius), "não é o ângulo menos dez vezes o raio")
