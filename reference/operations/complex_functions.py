r"""As funções de um número complexo, com as respostas do padrão onde o Python se recusa a responder.

O módulo `cmath` sabe quase tudo; falta-lhe o que `scalars` faz pelos reais: em $\ln 0$, em $e^{1000}$, num ângulo
infinito, ele levanta um erro, e a conta tem de seguir. Aqui está, função a função, o que fica no lugar. As respostas
são as da linguagem C (anexo G), que o padrão e o NumPy seguem; nas fórmulas, $z = a + bi$.
"""

import cmath
import math
from collections.abc import Callable
from math import atan2, copysign, cos, inf, isfinite, nan, sin

from reference.operations import scalars

Rule = Callable[[complex], complex]

NAN = complex(nan, nan)

# --8<-- [start:without_angle]
WITHOUT_ANGLE: dict[str, tuple[complex, complex, complex, complex]] = {
    # a =     ±0               finito  -inf                inf
    "exp":   (NAN,             NAN,    0j,                 complex(inf, nan)),
    "expm1": (NAN,             NAN,    -1 + 0j,            complex(inf, nan)),
    "sinh":  (complex(0, nan), NAN,    complex(-inf, nan), complex(inf, nan)),
    "cosh":  (complex(nan, 0), NAN,    complex(inf, nan),  complex(inf, nan)),
}  # fmt: skip
"""O que responder quando $b$, um ângulo, é infinito ou `nan`: o que só depende de $a$ se salva, o resto é `nan`."""


def without_angle(name: str, z: complex) -> complex:
    r"""A resposta da tabela `WITHOUT_ANGLE`; o zero da parte real é o de $a$, com o sinal dele.

    Examples:
        >>> without_angle("exp", complex(-inf, nan)), without_angle("cosh", complex(2, inf))
        (0j, (nan+nanj))
    """
    zero, finite, low, high = WITHOUT_ANGLE[name]
    if z.real == 0:
        return complex(copysign(zero.real, z.real), zero.imag)
    return low if z.real == -inf else high if z.real == inf else finite
# --8<-- [end:without_angle]


def sqrt(z: complex) -> complex:
    r"""Raiz quadrada da direita: metade do ângulo, e por isso $a \ge 0$ na resposta.

    | onde $z$ é | o valor de $\sqrt z$ é |
    |---|---|
    | $a \pm \infty i$, até com $a$ `nan` | $\infty \pm \infty i$ |
    | $\infty + bi$ | $\infty + 0i$ |
    | $-\infty + bi$ | $0 + \infty i$ |

    Examples:
        >>> sqrt(-4 + 0j), sqrt(complex(-4, -0.0)), sqrt(3 + 4j), sqrt(complex(nan, inf))
        (2j, -2j, (2+1j), (inf+infj))
    """
    return cmath.sqrt(z)


def grown(a: float, t: float, factor: float = 1.0) -> float:
    r"""$e^a t$ vezes `factor`, com $e^a$ em duas metades: ele pode estourar e o produto caber.

    Examples:
        >>> grown(0.0, 2.0), f"{grown(1000.0, 1e-300):.3e}", grown(1000.0, -1.0), grown(inf, 0.0)
        (2.0, '1.970e+134', -inf, 0.0)
    """
    half = scalars.exp(a / 2)
    return half * t * (half * factor) if t else t


# --8<-- [start:exp]
def exp(z: complex) -> complex:
    r"""Exponencial $e^z = e^a(\cos b + i\,\mathrm{sen}\,b)$: comprimento $e^a$, ângulo $b$.

    | onde $z$ é | o valor de $e^z$ é |
    |---|---|
    | $-\infty + bi$ | 0, até com $b$ `nan` |
    | $\infty + bi$ | infinito na direção de $b$; sem ângulo, $\infty + \mathtt{nan}\,i$ |
    | `nan` $+\ 0i$ | `nan` $+\ 0i$ |

    Examples:
        >>> exp(0j), exp(1000 + 1j), exp(complex(inf, 0)), exp(complex(-inf, nan))
        ((1+0j), (inf+infj), (inf+0j), 0j)
    """
    if not isfinite(z.imag):
        return without_angle("exp", z)
    try:
        return cmath.exp(z)
    except OverflowError:
        return complex(grown(z.real, cos(z.imag)), grown(z.real, sin(z.imag)))
# --8<-- [end:exp]


def exp2(z: complex) -> complex:
    r"""Potência de dois, $2^z = e^{z \ln 2}$.

    Examples:
        >>> exp2(3 + 0j), exp2(complex(-inf, 1))
        ((8+0j), 0j)
    """
    a, b = z.real, z.imag * math.log(2)
    if abs(a) < 1000 and isfinite(b):
        size = math.exp2(a)  # exata nos inteiros
        return complex(size * cos(b), size * sin(b))
    return exp(complex(a * math.log(2), b))


# --8<-- [start:expm1]
def expm1(z: complex) -> complex:
    r"""$e^z - 1$, exato também perto de zero: $(e^a - 1)\cos b - 2\,\mathrm{sen}^2\frac b2$ não subtrai 1 de nada.

    Examples:
        >>> expm1(complex(1e-20, 1e-20)), expm1(complex(-inf, nan)), expm1(complex(-0.0, 0.0))
        ((1e-20+1e-20j), (-1+0j), 0j)
    """
    a, b = z.real, z.imag
    if not isfinite(b):
        return without_angle("expm1", z)
    if abs(a) < 1:
        real = math.expm1(a) * cos(b) - 2 * sin(b / 2) ** 2
        return complex(real + 0.0, math.exp(a) * sin(b))  # o padrão pede um zero positivo
    w = exp(z)
    return complex(w.real - 1, w.imag)
# --8<-- [end:expm1]


# --8<-- [start:log]
def log(z: complex) -> complex:
    r"""Logaritmo $\ln z = \ln|z| + i\theta$, com o ângulo $\theta$ de $-\pi$ a $\pi$; de zero, $-\infty + i\theta$.

    | onde $z$ é | o valor de $\ln z$ é |
    |---|---|
    | $\pm 0 \pm 0i$ | $-\infty + i\theta$, com $\theta$ de 0 ou $\pm\pi$ |
    | qualquer infinito | $\infty + i\theta$; sem ângulo, $\infty + \mathtt{nan}\,i$ |

    Examples:
        >>> log(1j) == complex(0, math.pi / 2), log(0j), log(complex(-0.0, 0.0)), log(complex(nan, inf))
        (True, (-inf+0j), (-inf+3.141592653589793j), (inf+nanj))
    """
    return cmath.log(z) if z else complex(-inf, atan2(z.imag, z.real))
# --8<-- [end:log]


def log1p(z: complex) -> complex:
    r"""$\ln(1 + z)$, exato também perto de zero: lá, $|1 + z|^2 = 1 + a(2 + a) + b^2$.

    Examples:
        >>> log1p(complex(1e-20, 1e-20)), log1p(complex(-1, 0))
        ((1e-20+1e-20j), (-inf+0j))
    """
    a, b = z.real, z.imag
    if abs(a) < 0.5 and abs(b) < 0.5:
        return complex(math.log1p(a * (2 + a) + b * b) / 2, atan2(b, 1 + a))
    return log(complex(1 + a, b))


def in_base(base: int) -> Rule:
    r"""Logaritmo em outra base: $\ln z$ com as duas partes divididas por $\ln$ da base.

    Examples:
        >>> log2(8 + 0j), log10(0j)
        ((3+0j), (-inf+0j))
    """
    size = math.log(base)

    def rule(z: complex) -> complex:
        w = log(z)
        return complex(w.real / size, w.imag / size)

    return rule


log2, log10 = in_base(2), in_base(10)
