"""Geometria: o que cada movimento conserva, o sentido do giro, e o papel que a pilha de camadas desamassa."""

import cmath
import math

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations.geometry import (
    CRUMPLED,
    affine,
    compose,
    crease,
    crease_layers,
    crease_stack,
    flatten_creases,
    rotation,
    scaling,
    shear,
    through,
    transform,
    translate,
    two_sheets,
)
from tests.oracle import to_numpy

A, B = [0.5, 1.0], [1.0, 0.25]
coordinates = st.floats(-100, 100)
points = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=8).map(lambda rows: [*map(list, rows)])
angles = st.floats(-10, 10)
vectors = st.tuples(coordinates, coordinates).map(list)
matrices = st.tuples(vectors, vectors).map(list)
maps = st.tuples(matrices, vectors)
normals = st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1)])
quarters = st.integers(-8, 8).map(lambda n: n / 4)
creases = st.tuples(normals, quarters, quarters)


def close(ours: np.Tensor, theirs: object) -> None:
    numpy.testing.assert_allclose(to_numpy(ours), numpy.asarray(theirs), rtol=1e-12, atol=1e-9)


# As setas das notas


def test_the_sum_of_the_notes() -> None:
    assert translate(A, B).tolist() == [1.5, 1.25]


def test_a_quarter_turn_takes_the_x_axis_to_the_y_axis_and_not_the_other_way() -> None:
    assert transform([[1.0, 0.0], [0.0, 1.0]], rotation(math.pi / 2)).round(12).tolist() == [[0.0, 1.0], [-1.0, 0.0]]
    assert transform(A, rotation(math.pi / 2)).round(12).tolist() == [-1.0, 0.5]


def test_the_columns_of_the_rotation_are_the_vectors_of_the_notes() -> None:
    t = 0.7
    u, v = [math.cos(t), math.sin(t)], [-math.sin(t), math.cos(t)]
    assert rotation(t).tolist() == numpy.column_stack([u, v]).tolist()
    close(transform(A, [u, v]), transform(A, rotation(-t)).tolist())


# O que cada movimento faz e conserva


@given(points, angles)
def test_turning_is_multiplying_complex_numbers(p: list[list[float]], angle: float) -> None:
    turned = [complex(*point) * cmath.exp(1j * angle) for point in p]
    close(transform(p, rotation(angle)), [[z.real, z.imag] for z in turned])


@given(angles, angles)
def test_turning_twice_is_turning_by_the_sum(a: float, b: float) -> None:
    close(np.matmul(rotation(a), rotation(b)), to_numpy(rotation(a + b)))


@given(points, maps)
def test_affine_is_numpys(p: list[list[float]], given_map: tuple[list[list[float]], list[float]]) -> None:
    w, b = given_map
    close(affine(p, w, b), numpy.asarray(p) @ numpy.asarray(w).T + numpy.asarray(b))
    close(affine(p[0], w, b), numpy.asarray(w) @ p[0] + b)


@given(points, maps, maps)
def test_two_affine_maps_are_one(p: list[list[float]], first: tuple, second: tuple) -> None:
    together = affine(p, *compose(second, first))
    numpy.testing.assert_allclose(to_numpy(together), to_numpy(affine(affine(p, *first), *second)), atol=1e-6)


def test_the_order_of_two_moves_matters() -> None:
    grow, move = (scaling(2, 2), [0, 0]), ([[1, 0], [0, 1]], [3, 0])
    assert compose(move, grow)[1].tolist() == [3, 0] and compose(grow, move)[1].tolist() == [6, 0]


@pytest.mark.parametrize(
    ("matrix", "area"),
    [(rotation(1.0), 1), (scaling(2, 3), 6), (scaling(-1, 1), -1), (shear(5), 1), (shear(2, 3), -5)],
)
def test_areas_change_by_the_determinant(matrix: np.Tensor, area: float) -> None:
    x, y = zip(*transform([[0, 0], [1, 0], [1, 1], [0, 1]], matrix).tolist())
    shoelace = sum(x[i - 1] * y[i] - x[i] * y[i - 1] for i in range(4)) / 2
    assert math.isclose(shoelace, area, rel_tol=1e-12)


def test_shear_moves_each_point_by_its_height() -> None:
    assert transform([[0, 1], [0, 2], [5, 0]], shear(0.5)).tolist() == [[0.5, 1], [1, 2], [5, 0]]
    assert transform([[1, 0], [2, 0]], shear(vertical=0.5)).tolist() == [[1, 0.5], [2, 1]]


def test_whole_numbers_stay_whole() -> None:
    assert str(affine([[1, 2]], scaling(2, 3), [1, 1]).dtype) == "int64"


def test_shapes_that_do_not_fit_raise() -> None:
    for wrong in (lambda: transform([[1, 2, 3]], rotation(0)), lambda: translate([[1, 2]], [1, 2, 3])):
        with pytest.raises(ValueError, match=r"\(1, [23]\)"):
            wrong()


# O papel


@given(points, creases)
def test_a_crease_written_point_by_point(p: list[list[float]], chosen: tuple) -> None:
    (a, b), offset, slide = chosen
    expected = []
    for x, y in p:
        beyond = a * x + b * y - offset
        expected.append([x - slide * b * beyond, y + slide * a * beyond] if beyond > 0 else [x, y])
    close(crease(p, *chosen), expected)


@given(points, creases)
def test_a_crease_and_its_opposite_leave_everything_in_place(p: list[list[float]], chosen: tuple) -> None:
    (undo,) = flatten_creases([chosen])
    close(crease(crease(p, *chosen), *undo), p)


@given(points, creases)
def test_a_crease_is_two_layers(p: list[list[float]], chosen: tuple) -> None:
    close(through(p, crease_layers(*chosen)), to_numpy(crease(p, *chosen)))


@given(points, st.lists(creases, max_size=4))
def test_a_stack_of_creases_is_one_crease_after_the_other(p: list[list[float]], chosen: list) -> None:
    expected = np.array(p)
    for one in chosen:
        expected = crease(expected, *one)
    layers = crease_stack(chosen)
    assert len(layers) == len(chosen) + 1 and layers[-1][0].shape[0] == 2
    numpy.testing.assert_allclose(to_numpy(through(p, layers)), to_numpy(expected), rtol=1e-9, atol=1e-6)


def separable(first: numpy.ndarray, second: numpy.ndarray) -> bool:
    """Se uma reta separa dois conjuntos de pontos: se separa, há uma que passa por dois deles (ou rente)."""
    every = numpy.concatenate([first, second])
    sides = (every[:, None] - every[None]).reshape(-1, 2)
    normals = numpy.stack([-sides[:, 1], sides[:, 0]])[:, (sides != 0).any(axis=1)]
    return bool((((first @ normals).max(axis=0)) <= (second @ normals).min(axis=0) + 1e-12).any())


def test_the_paper_is_crumpled_and_the_stack_flattens_it_exactly() -> None:
    flat = two_sheets()
    crumpled = through(flat.reshape(-1, 2), crease_stack(CRUMPLED))
    undone = through(crumpled, crease_stack(flatten_creases(CRUMPLED)))
    before, after = to_numpy(crumpled).reshape(2, -1, 2), to_numpy(undone).reshape(2, -1, 2)
    numpy.testing.assert_allclose(after, to_numpy(flat), atol=1e-12)
    assert not separable(*before) and separable(*after)


def test_without_the_relu_the_whole_stack_is_one_affine_map_and_separates_nothing() -> None:
    crumpled = through(two_sheets().reshape(-1, 2), crease_stack(CRUMPLED))
    first, *others = crease_stack(flatten_creases(CRUMPLED))
    whole, step_by_step = first, affine(crumpled, *first)
    for layer in others:
        whole, step_by_step = compose(layer, whole), affine(step_by_step, *layer)
    close(affine(crumpled, *whole), to_numpy(step_by_step))
    assert whole[0].shape == (2, 2) and not separable(*to_numpy(step_by_step).reshape(2, -1, 2))
