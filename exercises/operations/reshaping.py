"""Confere os exercícios de docs/operations/reshaping.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # Em d = np.arange(12).reshape(3, 4) o 7 está em (1, 3). Onde (linha, coluna) ele está em:
        tall = ...  # d.reshape(4, 3)
        turned = ...  # d.T
        turned_and_cut = ...  # d.T.reshape(3, 4)
    """,
    solution="tall, turned, turned_and_cut = (2, 1), (3, 1), (2, 2)",
    wrong={
        "tall, turned, turned_and_cut = (3, 1), (3, 1), (2, 2)": "reshape não transpõe",
        "tall, turned, turned_and_cut = (1, 2), (3, 1), (2, 2)": "o quociente é a linha",
        "tall, turned, turned_and_cut = (2, 1), (2, 1), (2, 2)": "trocam de lugar",
        "tall, turned, turned_and_cut = (2, 1), (3, 1), (1, 3)": "a fila da transposta é outra",
    },
)
def where_is_seven(tall, turned, turned_and_cut):
    expect(tuple(tall) != (3, 1), "tall: reshape não transpõe; a fila é a mesma, cortada de três em três")
    expect(tuple(tall) != (1, 2), "tall: 7 = 2 × 3 + 1; o quociente é a linha, e o resto, a coluna")
    expect(tuple(tall) == (2, 1), "tall: divida a casa 7 pela largura nova, 3")
    expect(tuple(turned) == (3, 1), "turned: na transposta, linha e coluna trocam de lugar")
    expect(tuple(turned_and_cut) != (1, 3), "turned_and_cut: a fila da transposta é outra: 0, 4, 8, 1, …")
    expect(tuple(turned_and_cut) == (2, 2), "turned_and_cut: na fila da transposta o 7 está na casa 3 × 3 + 1 = 10")


@exercise(
    given="""
        import reference as np

        imagens = np.arange(32 * 28 * 28).reshape(32, 28, 28)
        em_colunas = imagens.reshape(32, -1).T  # uma imagem por coluna: (784, 32)
    """,
    start="certas = em_colunas.reshape(32, 28, 28)  # conserte",
    wrong={
        "certas = em_colunas.reshape(32, 28, 28)": "em pedaços",
        "certas = em_colunas.T": "falta cortar",
        "certas = em_colunas.reshape(28, 28, 32)": "o eixo das imagens",
        "certas = em_colunas.T.reshape(32, 28, 28).transpose((0, 2, 1))": "deitadas",
    },
)
def whole_images(certas):
    images = np.arange(32 * 28 * 28).reshape(32, 28, 28)
    expect(np.shape(certas) != (32, 784), "cada linha já é uma imagem; falta cortar cada uma em 28 linhas de 28")
    expect(np.shape(certas) != (28, 28, 32), "o eixo das imagens ficou por último; ele tem de ser o primeiro")
    expect(np.shape(certas) == (32, 28, 28), "a forma pedida é (32, 28, 28)")
    first = certas[0].tolist()
    expect(first != images[0].T.tolist(), "as imagens saíram deitadas: não troque as linhas pelas colunas de cada uma")
    expect(first == images[0].tolist(), "as imagens saíram em pedaços: na fila vem um pixel de cada imagem por vez")
    expect(certas[-1].tolist() == images[-1].tolist(), "a primeira imagem está certa, e a última não")


@exercise(
    start="""
        # d tem forma (3, 4). True onde é vista, False onde é cópia.
        a = ...  # d.reshape(2, 6)
        b = ...  # d.T
        c = ...  # d.T.reshape(12)
        e = ...  # d[:, :2].reshape(6)
        f = ...  # d[:2].reshape(8)
    """,
    solution="a, b, c, e, f = True, True, False, False, True",
    wrong={
        "a, b, c, e, f = False, True, False, False, True": "a fila é a mesma",
        "a, b, c, e, f = True, False, False, False, True": "os passos trocados",
        "a, b, c, e, f = True, True, True, False, True": "0, 4, 8, 1",
        "a, b, c, e, f = True, True, False, True, True": "0, 1, 4, 5, 8, 9",
        "a, b, c, e, f = True, True, False, False, False": "um trecho inteiro",
    },
)
def views(a, b, c, e, f):
    expect(a is True, "a: a fila é a mesma, lida em pedaços de 6: nada se copia")
    expect(b is True, "b: a transposta só tem os passos trocados: é sempre vista")
    expect(c is False, "c: enfileirar a transposta pede as casas 0, 4, 8, 1, …, que não têm um passo só")
    expect(e is False, "e: as duas primeiras colunas são as casas 0, 1, 4, 5, 8, 9: o passo muda no meio")
    expect(f is True, "f: as duas primeiras linhas são um trecho inteiro da fila")


@exercise(
    given="""
        import reference as np

        d = np.arange(12).reshape(3, 4)
    """,
    start="""
        def reshape_by_columns(x, shape):
            ...


        print((reshape_by_columns(d, (2, 6)) == d.reshape(2, 6, order="F")).all())
    """,
    wrong={
        "def reshape_by_columns(x, shape): return x.reshape(shape)": "linha a linha",
        "def reshape_by_columns(x, shape): return x.T.reshape(shape)": "só a leitura",
        "def reshape_by_columns(x, shape): return x.reshape(shape[::-1]).T": "só a escrita",
        "def reshape_by_columns(x, shape): return x.T.reshape(shape[::-1])": "transponha de volta",
    },
)
def by_columns(reshape_by_columns):
    d = np.arange(12).reshape(3, 4)
    answer = reshape_by_columns(d, (2, 6))
    expect(np.shape(answer) != (6, 2), "saiu na forma invertida: transponha de volta no fim")
    expect(np.shape(answer) == (2, 6), "a forma pedida é (2, 6)")
    expect(not near(answer, d.reshape(2, 6)), "isso lê e escreve linha a linha: é o reshape comum")
    expect(not near(answer, d.T.reshape(2, 6)), "só a leitura foi por colunas; a escrita também tem de ser")
    expect(not near(answer, d.reshape(6, 2).T), "só a escrita foi por colunas; a leitura também tem de ser")
    expect(near(answer, d.reshape(2, 6, order="F")), 'não é o que dá reshape com order="F"')
    cube = np.arange(24).reshape(2, 3, 4)
    expect(near(reshape_by_columns(cube, (4, 6)), cube.reshape(4, 6, order="F")), "falha com três eixos")
