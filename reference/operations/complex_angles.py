r"""Seno, cosseno, tangente, as hiperbólicas e as inversas de todas, de um número complexo.

As do círculo e as hiperbólicas são as mesmas funções, viradas um quarto de volta: $\mathrm{sen}\,z = -i\,\sinh(iz)$ e
$\cos z = \cosh(iz)$. Por isso as respostas especiais só se dizem das hiperbólicas. Nas fórmulas, $z = a + bi$.
"""

import cmath
import math
from math import copysign, inf, isfinite, isinf, isnan, nan, pi

from reference.operations.complex_functions import Rule, grown, without_angle


# --8<-- [start:turned]
def turned(function: Rule) -> Rule:
    r"""De uma função hiperbólica ímpar, a do círculo: $z \mapsto -i\,f(iz)$.

    Examples:
        >>> turned(sinh)(1 + 0j) == cmath.sin(1)
        True
    """

    def rule(z: complex) -> complex:
        w = function(complex(-z.imag, z.real))
        return complex(w.imag, -w.real)

    return rule
# --8<-- [end:turned]


# --8<-- [start:sinh]
def sinh(z: complex) -> complex:
    r"""Seno hiperbólico, $(e^z - e^{-z})/2 = \sinh a \cos b + i \cosh a\,\mathrm{sen}\,b$.

    | onde $z$ é | o valor de $\sinh z$ é |
    |---|---|
    | $\pm 0 + bi$ sem ângulo ($b$ infinito ou `nan`) | $0 + \mathtt{nan}\,i$ |
    | $\pm\infty + bi$ sem ângulo | $\pm\infty + \mathtt{nan}\,i$ |
    | `nan` $+\ 0i$ | `nan` $+\ 0i$ |

    Examples:
        >>> sinh(0j), sinh(complex(-1000, 1)), sinh(complex(inf, inf))
        (0j, (-inf+infj), (inf+nanj))
    """
    a, b = z.real, z.imag
    if not isfinite(b):
        return without_angle("sinh", z)
    try:
        return cmath.sinh(z)
    except OverflowError:  # aqui e^-|a| não conta
        return complex(grown(abs(a), copysign(1, a) * math.cos(b), 0.5), grown(abs(a), math.sin(b), 0.5))
# --8<-- [end:sinh]


def cosh(z: complex) -> complex:
    r"""Cosseno hiperbólico, $(e^z + e^{-z})/2 = \cosh a \cos b + i \sinh a\,\mathrm{sen}\,b$.

    | onde $z$ é | o valor de $\cosh z$ é |
    |---|---|
    | $\pm 0 + bi$ sem ângulo | `nan` $+\ 0i$ |
    | $\pm\infty + bi$ sem ângulo | $\infty + \mathtt{nan}\,i$ |
    | `nan` $+\ 0i$ | `nan` $+\ 0i$ |

    Examples:
        >>> cosh(0j), cosh(complex(-1000, 1)), cosh(complex(0, inf))
        ((1+0j), (inf-infj), (nan+0j))
    """
    a, b = z.real, z.imag
    if not isfinite(b):
        return without_angle("cosh", z)
    try:
        return cmath.cosh(z)
    except OverflowError:
        return complex(grown(abs(a), math.cos(b), 0.5), grown(abs(a), copysign(1, a) * math.sin(b), 0.5))


def tanh(z: complex) -> complex:
    r"""Tangente hiperbólica, $\sinh z / \cosh z$.

    | onde $z$ é | o valor de $\tanh z$ é |
    |---|---|
    | $\pm 0 + bi$ sem ângulo | $0 + \mathtt{nan}\,i$ |
    | $\pm\infty + bi$ | $\pm 1 \pm 0i$, com o sinal de $b$, até sem ângulo |
    | `nan` $+\ 0i$ | `nan` $+\ 0i$ |

    Examples:
        >>> tanh(0j), tanh(complex(1000, 1)), tanh(complex(0, nan)), tanh(complex(-inf, nan))
        (0j, (1+0j), nanj, (-1+0j))
    """
    if isinf(z.real):
        return complex(copysign(1.0, z.real), copysign(0.0, z.imag))
    if isfinite(z.imag):
        return cmath.tanh(z)
    return complex(z.real if z.real == 0 else nan, nan)


def asinh(z: complex) -> complex:
    r"""Inversa do seno hiperbólico; corte no eixo imaginário, de $\pm i$ para fora.

    | onde $z$ é | o valor de $\mathrm{asinh}\,z$ é |
    |---|---|
    | qualquer infinito | $\pm\infty + \theta i$, com $\theta$ de $0$, $\pm\pi/4$ ou $\pm\pi/2$ |
    | `nan` $\pm \infty i$ | $\infty + \mathtt{nan}\,i$ |

    Examples:
        >>> asinh(0j), asinh(complex(1, inf)), asinh(complex(nan, 0))
        (0j, (inf+1.5707963267948966j), (nan+0j))
    """
    return cmath.asinh(z)


def acosh(z: complex) -> complex:
    r"""Inversa do cosseno hiperbólico; corte no eixo real, de 1 para a esquerda.

    | onde $z$ é | o valor de $\mathrm{acosh}\,z$ é |
    |---|---|
    | qualquer infinito | $\infty + \theta i$, com $\theta$ de $0$, $\pm\pi/4$, $\pm\pi/2$, $\pm 3\pi/4$ ou $\pm\pi$ |
    | $\pm 0\ +$ `nan`$\,i$ | `nan` $+\ i\pi/2$: todo $\mathrm{acosh}(bi)$ tem esse ângulo |

    Examples:
        >>> acosh(1 + 0j), acosh(complex(0, nan)), acosh(complex(-inf, 1))
        (0j, (nan+1.5707963267948966j), (inf+3.141592653589793j))
    """
    return complex(nan, pi / 2) if z.real == 0 and isnan(z.imag) else cmath.acosh(z)


def atanh(z: complex) -> complex:
    r"""Inversa da tangente hiperbólica; corte no eixo real, de $\pm 1$ para fora.

    | onde $z$ é | o valor de $\mathrm{atanh}\,z$ é |
    |---|---|
    | $\pm 1$ | $\pm\infty$ |
    | qualquer infinito | $\pm 0 \pm i\pi/2$ |
    | $\pm 0\ +$ `nan`$\,i$ | $\pm 0\ +$ `nan`$\,i$ |

    Examples:
        >>> atanh(0j), atanh(1 + 0j), atanh(complex(2, 0.0)).imag, atanh(complex(2, -0.0)).imag
        (0j, (inf+0j), 1.5707963267948966, -1.5707963267948966)
    """
    return complex(copysign(inf, z.real), z.imag) if z in (1, -1) else cmath.atanh(z)


# --8<-- [start:circle]
sin, tan, asin, atan = turned(sinh), turned(tanh), turned(asinh), turned(atanh)


def cos(z: complex) -> complex:
    r"""Cosseno, $\cosh(iz)$.

    Examples:
        >>> cos(0j), cos(complex(0, 1000))
        ((1-0j), (inf-0j))
    """
    return cosh(complex(-z.imag, z.real))


def acos(z: complex) -> complex:
    r"""Arco cosseno; cortes no eixo real, de $\pm 1$ para fora.

    | onde $z$ é | o valor de $\mathrm{acos}\,z$ é |
    |---|---|
    | qualquer infinito | $\theta \mp \infty i$, com $\theta$ de $0$, $\pi/4$, $\pi/2$, $3\pi/4$ ou $\pi$ |
    | $\pm 0\ +$ `nan`$\,i$ | $\pi/2\ +$ `nan`$\,i$ |

    Examples:
        >>> acos(1 + 0j), acos(complex(2, 0.0)).imag < 0 < acos(complex(2, -0.0)).imag
        (-0j, True)
    """
    return cmath.acos(z)
# --8<-- [end:circle]
