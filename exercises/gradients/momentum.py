"""Confere os exercícios de docs/gradients/momentum.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        velocities = ...  # as três primeiras, numa lista
        limit = ...  # a centésima, mais ou menos
    """,
    solution="velocities, limit = [-0.2, -0.3, -0.35], -0.4",
    wrong={
        "velocities, limit = [0.2, 0.3, 0.35], 0.4": "contra o gradiente",
        "velocities, limit = [-0.2, -0.2, -0.2], -0.2": "da anterior",
        "velocities, limit = [-0.2, -0.4, -0.6], -20": "metade",
        "velocities, limit = [-0.1, -0.15, -0.175], -0.2": "entra inteiro",
        "velocities, limit = [0, -0.2, -0.3], -0.4": "já no primeiro passo",
        "velocities, limit = [-0.2, -0.3, -0.35], -0.2": "se acomoda",
        "velocities, limit = [-0.2, -0.3, -0.35], -20": "não cresce para sempre",
    },
)
def settling(velocities, limit):
    right = np.array([-0.2, -0.3, -0.35])
    expect(np.shape(velocities) == (3,), "velocities: são três números, numa lista")
    expect(not near(velocities, -right), "velocities: o sinal está trocado: a velocidade aponta contra o gradiente")
    expect(not near(velocities, [-0.2, -0.2, -0.2]), "velocities: isso é só o empurrão; falta o que sobra da anterior")
    expect(not near(velocities, [-0.2, -0.4, -0.6]), "velocities: da anterior só sobra metade, que é o m")
    expect(
        not near(velocities, right / 2), "velocities: o gradiente entra inteiro, vezes a taxa; só a anterior encolhe"
    )
    expect(not near(velocities, [0, -0.2, -0.3]), "velocities: a velocidade se atualiza já no primeiro passo")
    expect(near(velocities, right), "velocities: metade da anterior, menos 0.1 vezes 2")
    expect(
        not near(limit, -20, 1e-2), "limit: ela não cresce para sempre: o que se perde acaba por igualar o que entra"
    )
    expect(not near(limit, -0.2), "limit: -0.2 é um empurrão só; a velocidade se acomoda mais longe")
    expect(near(limit, -0.4, 1e-2), "limit: é onde o que se perde, (1 - m) v, iguala o que se ganha, -0.2")


@exercise(
    given="""
        from reference.gradients.momentum import classical


        def descer(m, passos, regra=classical, taxa=0.07):
            x, y, vx, vy = -5.0, 1.0, 0.0, 0.0
            caminho = [(x, y)]
            for _ in range(passos):
                gx, gy = x, 25 * y
                x, vx = regra(x, gx, vx, taxa, m)
                y, vy = regra(y, gy, vy, taxa, m)
                caminho.append((x, y))
            return caminho


        def passos_ate_ficar(m, regra=classical, taxa=0.07):
            caminho = descer(m, 400, regra, taxa)
            return max(k for k, (x, y) in enumerate(caminho) if x * x + y * y >= 0.01**2) + 1
    """,
    start="""
        rate = ...  # a taxa que, com momentum 0.9, tem o passo efetivo de 0.07 sem momentum
        plain = ...  # quantos passos leva 0.07 sem momentum
        heavy = ...  # quantos leva essa taxa com momentum 0.9
    """,
    solution="""
        rate = 0.07 * (1 - 0.9)
        plain = passos_ate_ficar(0)
        heavy = passos_ate_ficar(0.9, taxa=rate)
    """,
    wrong={
        "rate, plain, heavy = 0.7, 86, 115": "dez vezes maior",
        "rate, plain, heavy = 0.063, 86, passos_ate_ficar(0.9, taxa=0.063)": "multiplicou por m",
        "rate, plain, heavy = 0.007, 86, passos_ate_ficar(0.9)": "a taxa de antes",
        "rate, plain, heavy = 0.007, 86, 86": "supôs que dava no mesmo",
        "rate, plain, heavy = 0.007, 115, 86": "trocados",
        "rate, plain, heavy = 0.007, 86, passos_ate_ficar(0, taxa=0.007)": "sem o momentum",
        "rate, plain, heavy = 0.07, 86, 119": "empurrão a empurrão",
    },
)
def effective_step(rate, plain, heavy):
    expect(
        not near(rate, 0.7, 1e-6), "rate: assim o passo fica dez vezes maior de novo; o momentum já o multiplica por 10"
    )
    expect(not near(rate, 0.063, 1e-6), "rate: multiplicou por m; o passo efetivo é a taxa dividida por 1 - m")
    expect(not near(rate, 0.07, 1e-6), "rate: com a mesma taxa, empurrão a empurrão, o passo fica dez vezes maior")
    expect(near(rate, 0.007, 1e-6), "rate: dividida por 1 - 0.9, tem de dar 0.07")
    expect(not near([plain, heavy], [115, 86]), "plain e heavy estão trocados")
    expect(near(plain, 86), "plain: é passos_ate_ficar(0), com a taxa que ela já traz")
    expect(not near(heavy, 119), "heavy: esse é com a taxa de antes; passe a nova, taxa=rate")
    expect(not near(heavy, 86), "heavy: supôs que dava no mesmo; conte os passos com passos_ate_ficar")
    expect(not near(heavy, 401), "heavy: esse é sem o momentum, e com 0.007 nem chega; o primeiro argumento é o m")
    expect(near(heavy, 115), "heavy: é passos_ate_ficar(0.9, taxa=rate)")


@exercise(
    start="""
        def atrasada(w, g, v, taxa, m):
            return w + v, m * v - taxa * g  # conserte


        print(atrasada(1.0, 2.0, 0.0, 0.1, 0.5))  # (0.8, -0.2)
    """,
    solution="""
        def atrasada(w, g, v, taxa, m):
            v = m * v - taxa * g
            return w + v, v
    """,
    wrong={
        "def atrasada(w, g, v, taxa, m): return w + v, m * v - taxa * g": "não anda nada",
        """
        def atrasada(w, g, v, taxa, m):
            v = m * v + taxa * g
            return w + v, v
        """: "a favor do gradiente",
        """
        def atrasada(w, g, v, taxa, m):
            v = m * v - taxa * g
            return w + m * v - taxa * g, v
        """: "de Nesterov",
        "def atrasada(w, g, v, taxa, m): return w + m * v - taxa * g, v": "a velocidade velha",
        """
        def atrasada(w, g, v, taxa, m):
            v = m * v - taxa * g
            return w + v
        """: "os dois",
        """
        def atrasada(w, g, v, taxa, m):
            v = v - taxa * g
            return w + v, v
        """: "nunca perde nada",
        """
        def atrasada(w, g, v, taxa, m):
            v = m * v - (1 - m) * taxa * g
            return w + v, v
        """: "por 1 - m",
        "def atrasada(w, g, v, taxa, m): return w - taxa * g, -taxa * g": "não se lembra",
    },
)
def late(atrasada):
    answer = atrasada(1.0, 2.0, 0.0, 0.1, 0.5)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(np.shape(answer) == (2,), "devolva os dois: o parâmetro e a velocidade novos")
    expect(not near(answer, [1, -0.2]), "o primeiro passo ainda não anda nada: atualize a velocidade antes de usá-la")
    expect(not near(answer, [1.2, 0.2]), "andou a favor do gradiente: o empurrão é -taxa * g")
    expect(not near(answer, [0.7, -0.2]), "isso é a forma de Nesterov; o clássico é só w + v")
    expect(not near(answer, [0.8, 0]), "andou certo, mas devolveu a velocidade velha: o passo seguinte precisa da nova")
    expect(not near(answer, [0.9, -0.1]), "o empurrão não se multiplica por 1 - m: o gradiente entra inteiro")
    expect(near(answer, [0.8, -0.2]), "de w = 1 e v = 0, com g = 2, taxa 0.1 e m 0.5, chega-se a (0.8, -0.2)")
    moving = atrasada(1.0, 2.0, -1.0, 0.1, 0.5)
    expect(not near(moving, [-0.2, -1.2]), "a velocidade nunca perde nada: da anterior sobra m")
    expect(not near(moving, [0.8, -0.2]), "a regra não se lembra da velocidade anterior: falta m * v")
    expect(near(moving, [0.3, -0.7]), "falha quando já se vem andando: com v = -1, chega-se a (0.3, -0.7)")


@exercise(
    given="from reference.gradients.momentum import nesterov",
    start="""
        def lookahead(theta, v, slope, rate, m):
            ...


        print(lookahead(1.0, -1.0, lambda t: 2 * t, 0.1, 0.5))  # (0.4, -0.6)
    """,
    wrong={
        "def lookahead(theta, v, slope, rate, m): pass": "devolveu None",
        """
        def lookahead(theta, v, slope, rate, m):
            v = m * v - rate * slope(theta)
            return theta + v, v
        """: "isso é o clássico",
        """
        def lookahead(theta, v, slope, rate, m):
            v = m * v - rate * slope(theta + v)
            return theta + v, v
        """: "longe demais",
        """
        def lookahead(theta, v, slope, rate, m):
            v = m * v + rate * slope(theta + m * v)
            return theta + v, v
        """: "freia",
        """
        def lookahead(theta, v, slope, rate, m):
            v = m * v - rate * slope(theta + m * v)
            return theta + m * v, v
        """: "anda a velocidade inteira",
        """
        def lookahead(theta, v, slope, rate, m):
            ahead = theta + m * v
            v = m * v - rate * slope(ahead)
            return ahead + v, v
        """: "duas vezes",
        """
        def lookahead(theta, v, slope, rate, m):
            return theta + v, m * v - rate * slope(theta + m * v)
        """: "a velocidade de antes",
        "def lookahead(theta, v, slope, rate, m): return 0.4, -0.6": "falha com outros números",
    },
)
def measure_ahead(lookahead):
    answer = lookahead(1.0, -1.0, lambda t: 2 * t, 0.1, 0.5)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(np.shape(answer) == (2,), "devolva os dois: o theta e a velocidade novos")
    expect(not near(answer, [0.3, -0.7]), "mediu o gradiente em theta: isso é o clássico; meça adiante")
    expect(not near(answer, [0.5, -0.5]), "mediu longe demais, em theta + v; o ponto adiantado é theta + m * v")
    expect(not near(answer, [0.6, -0.4]), "o empurrão está com o sinal trocado: assim a velocidade freia")
    expect(not near(answer, [0.7, -0.6]), "a velocidade está certa, e theta anda a velocidade inteira, e não m dela")
    expect(not near(answer, [-0.1, -0.6]), "andou m * v duas vezes: o passo parte de theta, e não do ponto adiantado")
    expect(not near(answer, [0, -0.6]), "theta andou com a velocidade de antes: atualize-a primeiro")
    expect(near(answer, [0.4, -0.6]), "de theta = 1 e v = -1, com gradiente 2t, chega-se a (0.4, -0.6)")
    right = (3 + 0.8 - 0.01 * 3.8**2, 0.8 - 0.01 * 3.8**2)
    expect(near(lookahead(3.0, 1.0, lambda t: t * t, 0.01, 0.8), right), "falha com outros números, como m = 0.8")
