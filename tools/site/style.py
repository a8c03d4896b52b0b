"""O que os programas das figuras usam: as cores dos papéis, a tela e os desenhos de que o livro é feito.

Uma figura é um arquivo `docs/<parte>/figures/<nome>.py` com uma função `desenhar()` que devolve a figura do matplotlib:

    from reference import array
    from tools.site.style import DADO, new_figure, tensor_grid

    def desenhar():
        figure, axes = new_figure(480, 160)
        tensor_grid(axes, array([[1, 2], [3, 4]]), DADO, at=(60, 30))
        return figure

As coordenadas de `new_figure` são pixels, com y para baixo. As cores são as do tema claro e também senhas: no site,
cada uma vira a variável do seu papel, que muda com o tema. Uma cor misturada à mão não muda: para clarear, use `alpha`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Patch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

DADO = "#0063a6"
PESO = "#a24b00"
SAIDA = "#00725a"
GRADIENTE = "#9a2f7d"
ERRO = "#b3261e"
NEUTRO = "#5b616e"
TINTA = "#1d2027"
PAPEL = "#fefefe"

VARIABLES = {
    DADO: "--dado",
    PESO: "--peso",
    SAIDA: "--saida",
    GRADIENTE: "--gradiente",
    ERRO: "--erro",
    NEUTRO: "--neutro",
    TINTA: "--tinta",
    PAPEL: "--papel",
}

TEXT = 16
SMALL = 14
CODE = "DejaVu Sans Mono"
DPI = 72

Point = tuple[float, float]
Values = Any
"""Um tensor (qualquer coisa com `tolist`), listas aninhadas ou um número."""


def new_figure(width: float = 480, height: float = 240) -> tuple[Figure, Axes]:
    """Uma tela em branco de `width` por `height` pixels, com a origem no alto à esquerda e sem eixos."""
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return figure, axes


def new_chart(width: float = 480, height: float = 300, x: str = "", y: str = "") -> tuple[Figure, Axes]:
    """Um gráfico com os eixos do livro: só a linha de baixo e a da esquerda, com nomes `x` e `y`."""
    figure, [axes] = new_charts(width, height)
    axes.set_xlabel(x, color=TINTA)
    axes.set_ylabel(y, color=TINTA)
    axes.grid(color=NEUTRO, alpha=0.15)
    return figure, axes


def new_charts(
    width: float, height: float, rows: int = 1, columns: int = 1, **options: Any
) -> tuple[Figure, list[Axes]]:
    """Vários gráficos numa tela, na ordem em que se leem; `options` vai a `subplots` (`sharey=True`)."""
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, layout="constrained")
    panels = list(figure.subplots(rows, columns, squeeze=False, **options).flat)
    for axes in panels:
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["bottom", "left"]].set_color(NEUTRO)
        axes.tick_params(colors=NEUTRO, labelsize=SMALL)
        axes.set_axisbelow(True)
        axes.xaxis.set_major_formatter(comma)
        axes.yaxis.set_major_formatter(comma)
    return figure, panels


def comma(value: float, place: object = None) -> str:
    """Um número como se lê no texto: `0,5`, `−3`. `place` é o que o matplotlib manda a quem escreve os seus eixos."""
    return f"{value:g}".replace(".", ",").replace("-", "−")


def nested(values: Values) -> Any:
    """Os valores como listas aninhadas do Python."""
    return values.tolist() if hasattr(values, "tolist") else values


def written(value: object) -> str:
    """Um valor como se lê numa célula: `1`, `0.5`, `True`."""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def text(axes: Axes, at: Point, words: str, role: str = TINTA, size: float = TEXT, **options: Any) -> None:
    """Escreve `words` em torno de `at`; `code=True` usa a letra de código, o resto vai ao matplotlib (`ha="left"`)."""
    if options.pop("code", False):
        options["family"] = CODE
    axes.text(*at, words, color=role, fontsize=size, **{"ha": "center", "va": "center_baseline", **options})


def cell(axes: Axes, at: Point, size: Point, words: str, role: str, copy: bool = False) -> None:
    """Uma célula: retângulo arredondado com o valor dentro; tracejada e pálida se é só uma cópia virtual."""
    (x, y), (width, height), fade = at, size, 0.4 if copy else 1.0
    style = {"boxstyle": f"round,pad=0,rounding_size={min(width, height) * 0.16}", "mutation_aspect": 1}
    inside = (x + 1.5, y + 1.5), width - 3, height - 3
    line = (0, (3, 2)) if copy else "solid"
    put(
        axes,
        FancyBboxPatch(*inside, **style, facecolor=PAPEL, edgecolor=role, linewidth=1.5, linestyle=line, alpha=fade),
    )
    if not copy:
        put(axes, FancyBboxPatch(*inside, **style, facecolor=role, edgecolor="none", alpha=0.1))
    text(axes, (x + width / 2, y + height / 2), words, role, code=True, alpha=fade)


def put(axes: Axes, shape: Patch) -> None:
    """Põe uma forma na tela, sem recorte (o SVG já termina na borda)."""
    shape.set_clip_on(False)
    axes.add_artist(shape)


@dataclass(frozen=True)
class Box:
    """Onde um desenho ficou: os quatro lados, em pixels, e os pontos de onde partem setas."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def center(self) -> Point:
        """O meio."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def west(self) -> Point:
        """O meio do lado esquerdo."""
        return self.left, self.center[1]

    @property
    def east(self) -> Point:
        """O meio do lado direito."""
        return self.right, self.center[1]

    @property
    def north(self) -> Point:
        """O meio do lado de cima."""
        return self.center[0], self.top

    @property
    def south(self) -> Point:
        """O meio do lado de baixo."""
        return self.center[0], self.bottom


def tensor_grid(
    axes: Axes,
    values: Values,
    role: str = DADO,
    at: Point = (0, 0),
    size: Point = (48, 38),
    copies: Callable[[int, int], bool] = lambda row, column: False,
    axis_names: bool = False,
    label: str = "",
    column: bool = False,
) -> Box:
    """Um tensor de 0 a 3 eixos como grade de células; devolve a caixa que ele ocupa.

    Args:
        axes: A tela.
        values: O tensor.
        role: A cor do papel.
        at: O canto de cima à esquerda.
        size: Largura e altura de uma célula.
        copies: Diz, para cada linha e coluna, se a célula é só uma cópia virtual (do broadcasting).
        axis_names: Escreve `eixo 0` e `eixo 1` (e `eixo 2`) ao lado da grade.
        label: Um nome acima da grade, como `x (2, 3)`.
        column: Desenha um vetor de pé.

    Returns:
        A caixa das células.
    """
    content = nested(values)
    depth = dimensions(content)
    slabs = content if depth == 3 else [as_matrix(content, depth, column)]
    shift = 16.0
    (x, y), (width, height), last = at, size, len(slabs) - 1
    for k in range(last, -1, -1):
        for i, row in enumerate(slabs[k]):
            for j, value in enumerate(row):
                corner = x + j * width + k * shift, y + i * height + (last - k) * shift
                cell(axes, corner, size, written(value), role, copies(i, j))
    box = Box(x, y, x + len(slabs[0][0]) * width + last * shift, y + len(slabs[0]) * height + last * shift)
    if axis_names:
        name_axes(axes, box, depth, last * shift, column)
    if label:
        above = 30 if axis_names and depth != 0 else 12
        text(axes, (box.center[0], box.top - above), label, role, code=True, size=SMALL)
    return box


def dimensions(content: Any) -> int:
    """Quantos níveis de listas há em `content`."""
    return 1 + dimensions(content[0]) if isinstance(content, list) else 0


def as_matrix(content: Any, depth: int, column: bool) -> list[list[Any]]:
    """Um número, um vetor ou uma matriz, como linhas de células."""
    if depth == 0:
        return [[content]]
    if depth == 1:
        return [[value] for value in content] if column else [content]
    return list(content)


def name_axes(axes: Axes, box: Box, depth: int, lift: float, column: bool) -> None:
    """Escreve o nome de cada eixo ao longo da grade: o último anda para a direita, o anterior para baixo."""
    down, across = (
        (box.left - 10, (box.top + lift + box.bottom) / 2),
        ((box.left + box.right - lift) / 2, box.bottom + 14),
    )
    if depth == 1:
        place, turn = (down, 90) if column else ((across[0], box.top - 10), 0)
        text(axes, place, "eixo 0", NEUTRO, SMALL, rotation=turn)
    elif depth == 2:
        text(axes, (across[0], box.top - 10), "eixo 1", NEUTRO, SMALL)
        text(axes, down, "eixo 0", NEUTRO, SMALL, rotation=90)
    elif depth == 3:
        text(axes, across, "eixo 2", NEUTRO, SMALL)
        text(axes, down, "eixo 1", NEUTRO, SMALL, rotation=90)
        text(axes, (box.left + lift - 6, box.top + lift / 2 - 6), "eixo 0", NEUTRO, SMALL, ha="right")


def arrow(
    axes: Axes,
    start: Point,
    end: Point,
    role: str = NEUTRO,
    dashed: bool = False,
    label: str = "",
    below: str = "",
    bend: float = 0,
) -> None:
    """Uma seta; tracejada para o que anda para trás. `label` fica acima dela; `below`, abaixo, na cor do gradiente."""
    line = (0, (4, 3)) if dashed else "solid"
    shape = f"arc3,rad={bend}"
    put(
        axes,
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=14,
            color=role,
            linewidth=1.6,
            linestyle=line,
            connectionstyle=shape,
        ),
    )
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    if label:
        text(axes, (middle[0], middle[1] - 12), label, role, SMALL)
    if below:
        text(axes, (middle[0], middle[1] + 14), below, GRADIENTE, SMALL)


def node(axes: Axes, center: Point, words: str, role: str = NEUTRO, radius: float = 24, **options: Any) -> Box:
    """Um nó na forma do seu papel: peso é quadrado, saída é triângulo, o resto é círculo. `options` vai a `text`."""
    x, y = center
    shapes = {
        PESO: lambda: Rectangle((x - radius * 0.85, y - radius * 0.85), radius * 1.7, radius * 1.7),
        SAIDA: lambda: Polygon(
            [(x - radius * 0.75, y - radius), (x + radius * 1.15, y), (x - radius * 0.75, y + radius)]
        ),
    }
    for paint in (
        {"facecolor": PAPEL},
        {"facecolor": role, "alpha": 0.1},
        {"fill": False, "edgecolor": role, "linewidth": 1.8},
    ):
        shape = shapes.get(role, lambda: Circle(center, radius))()
        shape.set(**{"edgecolor": "none", **paint})
        put(axes, shape)
    text(axes, (x - (radius * 0.2 if role == SAIDA else 0), y), words, role, **options)
    return Box(x - radius, y - radius, x + radius, y + radius)


def pixels(
    axes: Axes,
    values: Values,
    at: Point,
    width: float,
    positive: str = TINTA,
    negative: str = ERRO,
    top: float | None = None,
    frame: bool = True,
) -> Box:
    """Uma matriz como imagem: quanto maior o valor, mais tinta. Serve a algarismos e a pesos.

    Args:
        axes: A tela.
        values: A matriz.
        at: O canto de cima à esquerda.
        width: A largura da imagem.
        positive: A cor dos valores positivos.
        negative: A cor dos negativos.
        top: O valor que leva a tinta toda; sem ele, o maior em módulo.
        frame: Desenha a moldura.

    Returns:
        A caixa da imagem.
    """
    rows: Sequence[Sequence[float]] = nested(values)
    side = width / len(rows[0])
    box = Box(at[0], at[1], at[0] + width, at[1] + side * len(rows))
    levels = 12
    peak = top or max(abs(value) for row in rows for value in row) or 1.0
    squares: dict[int, list[Point]] = {}
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            level = round(max(-1.0, min(1.0, value / peak)) * levels)
            squares.setdefault(level, []).append((at[0] + j * side, at[1] + i * side))
    for level, corners in squares.items():
        if level:
            outline = Path.make_compound_path(*(square(corner, side) for corner in corners))
            colour = positive if level > 0 else negative
            put(axes, PathPatch(outline, facecolor=colour, edgecolor="none", alpha=abs(level) / levels))
    if frame:
        put(axes, Rectangle(at, width, box.bottom - box.top, fill=False, edgecolor=NEUTRO, linewidth=1, alpha=0.5))
    return box


def square(corner: Point, side: float) -> Path:
    """O contorno de um quadrado."""
    x, y = corner
    return Path([(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)], closed=True)
