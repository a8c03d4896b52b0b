"""O grafo à vista: como tabela de texto e como desenho, com os valores da ida e os gradientes da volta.

No desenho, a conta anda da esquerda para a direita. Sobre cada linha vai o valor que passa por ela; sob ela, tracejado,
o gradiente que volta. Um valor usado duas vezes tem duas linhas, e recebe a soma do que volta pelas duas.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from math import hypot
from statistics import fmean
from typing import Any

from reference.gradients.gates import Gate
from reference.gradients.graph import Variable, topological_order
from reference.operations.namespaces import shape_of

SYMBOLS = {
    "AddGate": "+",
    "SubtractGate": "−",
    "MultiplyGate": "×",
    "DivideGate": "÷",
    "PowerGate": "^",
    "NegativeGate": "−",
    "MatMulGate": "@",
    "MaxOverGate": "max",
}
"""Como se escreve cada porta que não se escreve pelo nome."""

COLOURS = {
    "dado": "#0063A6",
    "peso": "#A24B00",
    "saida": "#00725A",
    "gradiente": "#9A2F7D",
    "neutro": "#5B616E",
    "papel": "#FFFFFF",
    "tinta": "#1D2027",
}
"""A cor de cada papel, onde a página não diz outra."""

WIDTH, HEIGHT, RADIUS, MARGIN = 124, 108, 21, 34
Point = tuple[float, float]
Slot = Variable | tuple[Variable, int, int]
"""O que ocupa um lugar: uma variável, ou a passagem da entrada `i` de uma variável por uma coluna."""


# --8<-- [start:text]
def graph_text(output: Variable) -> str:
    """O grafo como tabela: uma linha por variável, na ordem em que se calculam.

    Args:
        output: Onde o grafo termina. Se `backward` já passou por ele, a tabela traz os gradientes.

    Examples:
        >>> x, y, z = Variable(1.0, name="x"), Variable(2.0, name="y"), Variable(0.0, name="z")
        >>> f = (x + y) * z
        >>> f.backward()
        >>> print(graph_text(f))
        nome  conta   valor  gradiente
        x             1      0
        y             2      0
        v2    x + y   3      0
        z             0      3
        v4    v2 × z  0      1

    [Notas: Grafos computacionais]
    """
    order = topological_order(output)
    names = {v: v.name or (f"v{i}" if v.trainable else written(v.value)) for i, v in enumerate(order)}
    rows = [("nome", "conta", "valor", "gradiente")]
    for v in order:
        if v.trainable or v.name:  # uma constante sem nome já aparece na conta que a usa
            rows.append((names[v], expression(v, names), written(v.value), written(v.grad)))
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "\n".join("  ".join(word.ljust(n) for word, n in zip(row, widths)).rstrip() for row in rows)


def expression(variable: Variable, names: dict[Variable, str]) -> str:
    """A conta de que saiu uma variável: `x + y`, `max(y, z)`.

    Examples:
        >>> x = Variable(2.0)
        >>> expression(-x, {x: "x"})
        '−x'
    """
    if variable.gate is None:
        return ""
    symbol, inputs = symbol_of(variable.gate), [names[source] for source in variable.sources]
    if symbol.isalpha() or len(symbol) > 1:
        return f"{symbol}({', '.join(inputs)})"
    return f" {symbol} ".join(inputs) if len(inputs) > 1 else f"{symbol}{inputs[0]}"
# --8<-- [end:text]


def symbol_of(gate: Gate) -> str:
    """O sinal de uma porta: `+`, `max`, ou o nome da função que ela aplica.

    Examples:
        >>> symbol_of((Variable(1.0) + 2.0).gate)
        '+'
    """
    function = getattr(getattr(gate, "compute", None), "func", None)  # a de `differentiable`
    if function is not None:
        return str(function.__name__)
    name = type(gate).__name__
    return SYMBOLS.get(name, name.removesuffix("Gate").lower())


def written(value: Any) -> str:
    """Um valor em poucos algarismos; de um tensor, a forma; de quem não há, nada.

    Examples:
        >>> written(-12.0), written(2 / 3), written(array([[1.0, 2.0]])), written(None)
        ('-12', '0.6667', '(1, 2)', '')
    """
    if value is None:
        return ""
    if shape_of(value):
        return str(shape_of(value))
    try:
        return f"{float(value) + 0.0:.4g}"
    except (TypeError, ValueError):
        return str(value)


# --8<-- [start:levels]
def levels(output: Variable) -> dict[Variable, int]:
    """Em que coluna cada variável fica: a conta, depois das suas entradas; a folha, logo antes de quem a usa primeiro.

    Examples:
        >>> x, y, z = Variable(1.0, name="x"), Variable(2.0, name="y"), Variable(0.0, name="z")
        >>> {v.name or "conta": n for v, n in levels((x + y) * z).items() if v.name}
        {'x': 0, 'y': 0, 'z': 1}
    """
    found: dict[Variable, int] = {}
    for v in topological_order(output):
        found[v] = 1 + max([found[source] for source in v.sources], default=-1)
    first = {source: found[v] - 1 for v in sorted(found, key=lambda v: -found[v]) for source in v.sources}
    return {v: n if v.gate else first.get(v, n) for v, n in found.items()}
# --8<-- [end:levels]


def route(v: Variable, i: int, level: dict[Variable, int]) -> list[Slot]:
    """Por onde passa a linha que leva a entrada `i` até `v`: um lugar por coluna, para não atropelar ninguém.

    Examples:
        >>> x = Variable(2.0)
        >>> y = x * x * x * x
        >>> [slot[2] for slot in route(y, 1, levels(y))[1:-1]]
        [1, 2]
    """
    source = v.sources[i]
    return [source, *((v, i, column) for column in range(level[source] + 1, level[v])), v]


def columns_of(output: Variable, level: dict[Variable, int]) -> list[list[Slot]]:
    """O que há em cada coluna, de cima para baixo: cada um na altura média dos que usam o que ele dá.

    Examples:
        >>> y = Variable(2.0) + Variable(3.0)
        >>> [len(column) for column in columns_of(y, levels(y))]
        [2, 1]
    """
    columns: list[list[Slot]] = [[] for _ in range(level[output] + 1)]
    following: dict[Slot, list[tuple[int, Slot]]] = {}
    for v in level:
        columns[level[v]].append(v)
        for i in range(len(v.sources)):
            slots = route(v, i, level)
            for slot in slots[1:-1]:
                columns[slot[2]].append(slot)
            for slot, after in pairwise(slots):
                following.setdefault(slot, []).append((i, after))
    height: dict[Slot, float] = {output: 0.0}
    for column in columns[-2::-1]:
        wanted = {slot: fmean([height[after] + i / 100 for i, after in following[slot]]) for slot in column}
        column.sort(key=wanted.__getitem__)
        height.update({slot: j - (len(column) - 1) / 2 for j, slot in enumerate(column)})
    return columns


# --8<-- [start:svg]
def graph_svg(output: Variable, label: str = "Grafo computacional") -> str:
    """O grafo como desenho SVG: um texto, que o navegador desenha.

    As cores são as variáveis CSS dos papéis (`--dado`, `--peso`, `--saida`, `--gradiente`), e mudam com a página; fora
    dela, valem as do tema claro.

    Args:
        output: Onde o grafo termina. Se `backward` já passou por ele, o desenho traz os gradientes.
        label: O que o desenho mostra, para quem não o vê.

    Examples:
        >>> x, y = Variable(3.0, name="x"), Variable(2.0, name="y")
        >>> graph_svg(x * y, label="x vezes y").startswith("<svg")
        True

    [Notas: Grafos computacionais]
    """
    level = levels(output)
    columns = columns_of(output, level)
    tallest = max(map(len, columns))
    width, height = MARGIN * 2 + WIDTH * len(columns) - 20, HEIGHT * tallest + 24
    at: dict[Slot, Point] = {}
    for i, column in enumerate(columns):
        for j, slot in enumerate(column):
            at[slot] = MARGIN + WIDTH * i, height / 2 + HEIGHT * (j - (len(column) - 1) / 2)
    parts = [*edges(output, level, at), *nodes(level, at)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(label)}" style="max-width: {width}px">'
        f'<g style="font: 16px var(--md-code-font-family, monospace); text-anchor: middle">{"".join(parts)}</g></svg>'
    )
# --8<-- [end:svg]


def edges(output: Variable, level: dict[Variable, int], at: dict[Slot, Point]) -> Iterator[str]:
    """As linhas: da entrada à conta que a usa, e a que sai do fim.

    Examples:
        >>> x = Variable(2.0)
        >>> len(list(edges(x, levels(x), {x: (0.0, 0.0)})))
        1
    """
    for v in level:
        for i, source in enumerate(v.sources):
            part = v.gate.gradient(i, v.grad) if v.gate and v.grad is not None and source.trainable else None
            points = [at[slot] for slot in route(v, i, level)]
            yield edge([away(points[0], points[1]), *points[1:-1], away(points[-1], points[-2])], source, part)
    x, y = at[output]
    yield edge([(x + RADIUS + 4, y), (x + WIDTH - 30, y)], output, output.grad)


def away(point: Point, towards: Point) -> Point:
    """Onde uma linha encosta no nó que está em `point`, vinda de `towards`.

    Examples:
        >>> away((0.0, 0.0), (100.0, 0.0))
        (25.0, 0.0)
    """
    (x, y), (dx, dy) = point, (towards[0] - point[0], towards[1] - point[1])
    share = (RADIUS + 4) / hypot(dx, dy)
    return x + share * dx, y + share * dy


def edge(points: Sequence[Point], source: Variable, part: Any) -> str:
    """Uma linha: para a frente, cheia, com o valor em cima; para trás, tracejada, com o gradiente embaixo.

    Examples:
        >>> edge([(0.0, 0.0), (90.0, 0.0)], Variable(2.0, name="x"), 5.0).count("<polyline")
        2
    """
    (x0, y0), (x1, y1) = points[:2]
    x, y, slope = (x0 + x1) / 2, (y0 + y1) / 2, (y1 - y0) / (x1 - x0)
    side = max(-18, min(18, 30 * slope))  # as palavras saem de cima da linha inclinada
    value = written(source.value)
    if source.gate is None:
        value = value if source.name else ""  # sem nome, o valor já está dentro do nó
    elif source.name:
        value = f"{source.name} = {value}"
    words = text(x + side, y - 10, value, role_of(source))
    if part is None:
        return line(points, 0, "neutro", "") + words
    back = line(points[::-1], 3, "gradiente", "stroke-dasharray: 5 4")
    return line(points, -3, "neutro", "") + back + words + text(x - side, y + 22, written(part), "gradiente")


def line(points: Sequence[Point], shift: float, role: str, dash: str) -> str:
    """Uma linha com ponta de seta, deslocada `shift` para baixo.

    Examples:
        >>> line([(0.0, 0.0), (90.0, 0.0)], 3, "neutro", "").split(" style")[0]
        '<polyline points="0.0,3.0 90.0,3.0"'
    """
    (x0, y0), (x1, y1) = points[-2:]
    length = hypot(x1 - x0, y1 - y0)
    dx, dy = 7 * (x1 - x0) / length, 7 * (y1 - y0) / length
    route = " ".join(f"{x:.1f},{y + shift:.1f}" for x, y in points)
    y1 += shift
    corners = (x1, y1), (x1 - dx - dy / 2, y1 - dy + dx / 2), (x1 - dx + dy / 2, y1 - dy - dx / 2)
    head = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return (
        f'<polyline points="{route}" style="fill: none; stroke: {colour(role)}; stroke-width: 1.5; {dash}"/>'
        f'<polygon points="{head}" style="fill: {colour(role)}"/>'
    )


def nodes(level: dict[Variable, int], at: dict[Slot, Point]) -> Iterator[str]:
    """Os nós: um círculo com o sinal de cada porta, um quadrado por folha que recebe gradiente, um círculo se não.

    Examples:
        >>> x = Variable(2.0, name="x")
        >>> [part[:5] for part in nodes(levels(x), {x: (0.0, 0.0)})]
        ['<rect', '<text']
    """
    uses = Counter(source for v in level for source in v.sources)
    for v in level:
        x, y = at[v]
        role = "neutro" if v.gate else role_of(v)
        style = f"fill: {colour('papel')}; stroke: {colour(role)}; stroke-width: 2"
        side = RADIUS - 2
        if v.gate is None and v.trainable:
            yield f'<rect x="{x - side}" y="{y - side}" width="{2 * side}" height="{2 * side}" rx="5" style="{style}"/>'
        else:
            yield f'<circle cx="{x}" cy="{y}" r="{RADIUS}" style="{style}"/>'
        words = symbol_of(v.gate) if v.gate else v.name or written(v.value)
        yield text(x, y + 5, words, "tinta" if v.gate else role, 16 if len(words) < 4 else 12)
        if v.grad is not None and uses[v] > 1:
            yield text(x, y + RADIUS + 17, f"Σ {written(v.grad)}", "gradiente")


def role_of(variable: Variable) -> str:
    """O papel de um valor: o que saiu de uma porta, o que se treina, ou um dado.

    Examples:
        >>> role_of(Variable(2.0)), role_of(Variable(2.0, trainable=False))
        ('peso', 'dado')
    """
    return "saida" if variable.gate else "peso" if variable.trainable else "dado"


def colour(role: str) -> str:
    """A variável CSS de um papel, com a cor que vale fora da página.

    Examples:
        >>> colour("dado")
        'var(--dado, #0063A6)'
    """
    return f"var(--{role}, {COLOURS[role]})"


def text(x: float, y: float, words: str, role: str, size: int = 16) -> str:
    """Palavras sobre um contorno da cor do papel, que as separa das linhas.

    Examples:
        >>> text(10, 20, "x < y", "dado").endswith(">x &lt; y</text>")
        True
    """
    outline = f"stroke: {colour('papel')}; stroke-width: 4px; paint-order: stroke"
    style = f"fill: {colour(role)}; font-size: {size}px; {outline}"
    return f'<text x="{x:.1f}" y="{y:.1f}" style="{style}">{escape(words)}</text>'
