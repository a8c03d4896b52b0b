"""Confere os exercícios de docs/operations/broadcasting.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # A forma de cada soma, ou None se as formas não combinam.
        a = ...  # (5, 4) com (4,)
        b = ...  # (5, 4) com (5,)
        c = ...  # (5, 4) com (5, 1)
        d = ...  # (1, 4) com (5, 1)
        e = ...  # (2, 1, 3) com (4, 1)
    """,
    solution="a, b, c, d, e = (5, 4), None, (5, 4), (5, 4), (2, 4, 3)",
    wrong={
        "a, b, c, d, e = None, None, (5, 4), (5, 4), (2, 4, 3)": "um eixo que falta à esquerda",
        "a, b, c, d, e = (5, 4), (5, 4), (5, 4), (5, 4), (2, 4, 3)": "pela direita",
        "a, b, c, d, e = (5, 4), None, (5, 1), (5, 4), (2, 4, 3)": "o 1 se repete",
        "a, b, c, d, e = (5, 4), None, (5, 4), None, (2, 4, 3)": "os dois se repetem",
        "a, b, c, d, e = (5, 4), None, (5, 4), (5, 4), None": "o 1 do meio encontra o 4",
    },
)
def summed_shapes(a, b, c, d, e):
    expect(a == (5, 4), "a: um eixo que falta à esquerda vale 1; o 4 encontra o 4, e o vetor se repete nas 5 linhas")
    expect(b is None, "b: as formas se alinham pela direita, e ali o 4 encontra o 5: não combinam")
    expect(c == (5, 4), "c: o 1 se repete até o 4 do outro; o 5 encontra o 5")
    expect(d == (5, 4), "d: os dois se repetem, cada um no eixo em que tem 1")
    expect(e == (2, 4, 3), "e: pela direita, o 3 encontra o 1, o 1 do meio encontra o 4, e o 2 fica sozinho")


@exercise(
    given="""
        import reference as np

        x = np.array([[8.0, 4.0, 9.0], [4.0, 7.0, 2.0], [0.0, 5.0, 1.0]])
    """,
    start="""
        def center_rows(x):
            ...


        def center_columns(x):
            ...
    """,
    wrong={
        "def center_rows(x): return x - x.mean()\ndef center_columns(x): return x - x.mean(axis=0)": "tensor inteiro",
        "def center_rows(x): return x - x.mean(axis=1)\ndef center_columns(x): return x - x.mean(axis=0)": "keepdims",
        "def center_rows(x): return x - x.mean(axis=0)\ndef center_columns(x): return x - x.mean(axis=1)": "trocados",
        """
        def center_rows(x): return x - x.mean(axis=1, keepdims=True)
        def center_columns(x): return x - x.mean(axis=1, keepdims=True)
        """: "center_columns: as médias das colunas",
    },
)
def centered(center_rows, center_columns):
    x = np.array([[8.0, 4.0, 9.0], [4.0, 7.0, 2.0], [0.0, 5.0, 1.0]])
    rows = center_rows(x)
    expect(not near(rows, x - x.mean()), "center_rows: essa é a média do tensor inteiro; cada linha tem a sua")
    expect(not near(rows, x - x.mean(axis=0)), "os eixos estão trocados: a média de cada linha anda ao longo do eixo 1")
    expect(not near(rows, x - x.mean(axis=1)), "center_rows: sem keepdims, a forma (3,) se alinha com as colunas")
    expect(near(rows.mean(axis=1), np.zeros(3)), "center_rows: as médias das linhas não ficaram zero")
    columns = center_columns(x)
    expect(near(columns.mean(axis=0), np.zeros(3)), "center_columns: as médias das colunas não ficaram zero")
    wide = np.arange(10.0).reshape((2, 5)) ** 2
    expect(near(center_rows(wide), wide - wide.mean(axis=1, keepdims=True)), "center_rows: falha numa matriz (2, 5)")
    expect(near(center_columns(wide), wide - wide.mean(axis=0)), "center_columns: falha numa matriz (2, 5)")


@exercise(
    start="""
        repeated = ...  # bytes de uma matriz (32, 10) em float64, repetida de verdade
        broadcast = ...  # bytes que ela ocupa, repetida por broadcasting a partir de um vetor de 10
    """,
    solution="repeated, broadcast = 32 * 10 * 8, 10 * 8",
    wrong={
        "repeated, broadcast = 320, 80": "8 bytes",
        "repeated, broadcast = 1280, 40": "float64, e não float32",
        "repeated, broadcast = 2560, 2560": "não se copia",
        "repeated, broadcast = 2560, 0": "o vetor existe",
        "repeated, broadcast = 2560, 10": "são 10 elementos, de 8 bytes",
    },
)
def memory(repeated, broadcast):
    expect(repeated != 320, "320 são os elementos; cada float64 ocupa 8 bytes")
    expect(repeated != 1280, "com 4 bytes por elemento seria float32: aqui é float64, e não float32")
    expect(repeated == 2560, "repeated: 32 linhas de 10 números de 8 bytes")
    expect(broadcast != 2560, "broadcast: por broadcasting não se copia nada; só se anda com passo 0")
    expect(broadcast != 0, "broadcast: a repetição é de graça, mas o vetor existe e ocupa o lugar dele")
    expect(broadcast != 10, "broadcast: são 10 elementos, de 8 bytes cada um")
    expect(broadcast == 80, "broadcast: só o vetor de 10 números está na memória")


@exercise(
    given="import reference as np",
    start="""
        def distances(points):
            ...


        pontos = np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 0.0], [0.0, 4.0]])
        print(distances(pontos))
    """,
    solution="""
        def distances(points):
            differences = points[:, np.newaxis] - points[np.newaxis, :]
            return np.sqrt((differences**2).sum(axis=-1))
    """,
    wrong={
        "def distances(points): return ((points[:, np.newaxis] - points) ** 2).sum(axis=-1)": "falta a raiz",
        "def distances(points): return np.sqrt(((points - points) ** 2).sum(axis=-1))": "cada ponto consigo mesmo",
        "def distances(points): return np.abs(points[:, np.newaxis] - points).sum(axis=-1)": "Pitágoras",
        "def distances(points): return points[:, np.newaxis] - points": "o eixo das coordenadas ainda está lá",
    },
)
def distance_table(distances):
    points = np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 0.0], [0.0, 4.0]])
    answer, right = distances(points), np.array([[0, 5, 3, 4], [5, 0, 4, 3], [3, 4, 0, 5], [4, 3, 5, 0]])
    expect(np.shape(answer) != (4,), "cada ponto consigo mesmo dá distância zero: dê a cada cópia um eixo de tamanho 1")
    expect(np.shape(answer) != (4, 4, 2), "o eixo das coordenadas ainda está lá: some os quadrados ao longo dele")
    expect(np.shape(answer) == (4, 4), "quatro pontos com quatro pontos: a tabela tem forma (4, 4)")
    expect(not near(answer, right**2), "são os quadrados das distâncias: falta a raiz")
    expect(near(answer, right), "a distância é a de Pitágoras: raiz da soma dos quadrados das diferenças")
    line = np.array([[0.0, 0.0, 0.0], [1.0, 2.0, 2.0]])
    expect(near(distances(line), [[0, 3], [3, 0]]), "com pontos de três coordenadas também tem de funcionar")
