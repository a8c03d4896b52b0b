"""O desenho do grafo: os números das notas nos lugares certos, um SVG bem formado, e nada por cima de nada."""

import re
import xml.etree.ElementTree as etree
from itertools import combinations

import pytest

import reference as np
from reference.gradients.drawing import columns_of, graph_svg, graph_text, levels, written
from reference.gradients.functions import exp, maximum, sum
from reference.gradients.graph import Variable
from reference.tensors.symbols import symbols

SVG = "{http://www.w3.org/2000/svg}"


def notes_graph() -> Variable:
    x, y, z = (Variable(v, name=n) for v, n in ((1.0, "x"), (2.0, "y"), (0.0, "z")))
    f = (x + y) * maximum(y, z)
    f.name = "f"
    return f


def texts(svg: str) -> list[tuple[float, float, str]]:
    return [
        (float(t.get("x", 0)), float(t.get("y", 0)), t.text or "") for t in etree.fromstring(svg).iter(f"{SVG}text")
    ]


def test_text_of_the_notes_graph() -> None:
    f = notes_graph()
    assert graph_text(f).splitlines() == [
        "nome  conta      valor  gradiente",
        "x                1",
        "y                2",
        "v2    x + y      3",
        "z                0",
        "v4    max(y, z)  2",
        "f     v2 × v4    6",
    ]
    f.backward()
    assert [line.split()[-2:] for line in graph_text(f).splitlines()[1:]] == [
        ["1", "2"],
        ["2", "5"],
        ["3", "2"],
        ["0", "0"],
        ["2", "3"],
        ["6", "1"],
    ]


def test_values_above_and_gradients_below() -> None:
    f = notes_graph()
    f.backward()
    svg = graph_svg(f)
    found = [words for _, _, words in texts(svg)]
    for expected in ("x", "y", "z", "+", "max", "×", "f = 6", "3", "Σ 5"):
        assert expected in found
    (above,) = [y for _, y, words in texts(svg) if words == "f = 6"]
    (below,) = [y for x, y, words in texts(svg) if words == "1" and x > 300]
    assert above < below
    assert svg.count("stroke-dasharray") == 7, "uma volta por linha: seis entradas e a saída"


def test_before_backward_there_are_values_only() -> None:
    svg = graph_svg(notes_graph())
    assert "f = 6" in svg and "stroke-dasharray" not in svg and "Σ" not in svg


def test_svg_is_accessible_and_carries_its_colours() -> None:
    root = etree.fromstring(graph_svg(notes_graph(), label='Grafo de "f" < 7 & mais'))
    assert (root.get("role"), root.get("aria-label")) == ("img", 'Grafo de "f" < 7 & mais')
    svg = graph_svg(notes_graph())
    assert "var(--peso, #A24B00)" in svg and "var(--saida, #00725A)" in svg
    assert not re.search(r"(?<!var\(--papel, )(?<!, )#[0-9A-F]{6}", svg), "toda cor tem a sua variável"


def test_readable_on_a_phone() -> None:
    f = notes_graph()
    f.backward()
    width = float(re.search(r'viewBox="0 0 ([\d.]+) ', graph_svg(f))[1])  # type: ignore[index]
    assert 16 * 328 / width > 12, "as letras, numa tela de 360 pixels menos as margens"


def chain_of_two_layers() -> Variable:
    w1, b1, w2, b2 = (Variable(v, name=n) for v, n in ((0.5, "w1"), (0.1, "b1"), (-1.0, "w2"), (0.2, "b2")))
    x = Variable(2.0, trainable=False, name="x")
    return (exp(w1 * x + b1) * w2 + b2 - 1.0) ** 2 + 0.1 * (w1 * w1)


@pytest.mark.parametrize("make", [notes_graph, chain_of_two_layers])
def test_nobody_stands_where_another_does(make: object) -> None:
    output = make()  # type: ignore[operator]
    output.backward()
    slots = [slot for column in columns_of(output, levels(output)) for slot in column]
    assert len(slots) == len(set(slots))
    shapes = [*etree.fromstring(graph_svg(output)).iter()]
    centers = [(float(s.get("cx", 0)), float(s.get("cy", 0))) for s in shapes if s.tag == f"{SVG}circle"]
    centers += [(float(s.get("x", 0)) + 19, float(s.get("y", 0)) + 19) for s in shapes if s.tag == f"{SVG}rect"]
    assert all(abs(a - c) + abs(b - d) > 80 for (a, b), (c, d) in combinations(centers, 2))
    for route in [s for s in shapes if s.tag == f"{SVG}polyline"]:
        points = [tuple(map(float, pair.split(","))) for pair in str(route.get("points")).split()]
        assert all((x - a) ** 2 + (y - b) ** 2 > 20**2 for x, y in points for a, b in centers)


def test_levels_leave_each_leaf_beside_its_first_user() -> None:
    x, y, z = (Variable(v, name=n) for v, n in ((1.0, "x"), (2.0, "y"), (0.0, "z")))
    f = (x + y) * z
    level = levels(f)
    assert (level[x], level[y], level[z], level[f]) == (0, 0, 1, 2)


def test_a_lone_variable_is_a_graph() -> None:
    x = Variable(2.0, name="x")
    assert "x" in graph_text(x) and "<svg" in graph_svg(x)


def test_what_is_written() -> None:
    a, b = symbols("a b")
    assert [written(v) for v in (-0.0, 2, 1 / 3, None, np.ones((2, 3)), a + b)] == [
        "0",
        "2",
        "0.3333",
        "",
        "(2, 3)",
        "a + b",
    ]
    x = Variable(np.ones((2, 3)), name="x")
    f = sum(-(x[0] ** 2) / 4.0)
    f.backward()
    assert "(2, 3)" in graph_svg(f)
    assert "v1    index(x)" in graph_text(f) and "sum(" in graph_text(f)
