"""Os gráficos: o que se desenha é o que se mediu, e sem o matplotlib há um erro que diz o que instalar."""

import io
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import numpy
import pytest

import reference as np
from reference.networks import plots
from reference.networks.callbacks import History
from reference.networks.layers import Dense
from reference.networks.plots import new_axes, plot_boundary, plot_history, plot_weights
from reference.networks.sequential import Sequential

ROOT = Path(__file__).parents[2]


def history(**measures: list[float]) -> History:
    kept = History()
    for epoch in range(3):
        kept.on_epoch_end(epoch, {name: values[epoch] for name, values in measures.items()})
    return kept


def test_the_history_is_drawn_epoch_by_epoch() -> None:
    axes = plot_history(history(loss=[3.0, 2.0, 1.0], val_loss=[4.0, 3.0, 3.5], accuracy=[0.1, 0.2, 0.3]))
    train, validation = axes.lines
    assert train.get_xdata().tolist() == [1, 2, 3] and train.get_ydata().tolist() == [3.0, 2.0, 1.0]
    assert validation.get_ydata().tolist() == [4.0, 3.0, 3.5] and validation.get_linestyle() == "--"
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("época", "loss")
    again = plot_history(history(accuracy=[0.1, 0.2, 0.3]), "accuracy", axes=new_axes())
    assert len(again.lines) == 1
    with pytest.raises(ValueError, match="não há a medida 'mae'; há loss"):
        plot_history(history(loss=[1.0, 1.0, 1.0]), "mae")


@pytest.mark.parametrize("build", [np.array, numpy.array])
def test_zero_weight_has_the_colour_of_the_middle(build: Any) -> None:
    axes = plot_weights(build([[0.0, 1.0], [-4.0, 0.5]]))
    image = axes.images[0]
    assert image.get_clim() == (-4.0, 4.0)
    assert image.get_array().tolist() == [[0.0, 1.0], [-4.0, 0.5]]
    assert plot_weights(build([[0.0, 0.0]])).images[0].get_clim() == (-1.0, 1.0)


def test_the_weights_of_a_neuron_take_the_shape_of_its_image() -> None:
    layer = Dense(2, input_shape=(6,))
    Sequential([layer], seed=0)
    assert plot_weights(layer.kernel).images[0].get_array().shape == (6, 2)
    image = plot_weights(layer.kernel.value[:, 1], shape=(2, 3)).images[0]
    assert image.get_array().tolist() == layer.kernel.value[:, 1].reshape((2, 3)).tolist()
    with pytest.raises(ValueError, match=r"a forma é \(6,\); diga shape"):
        plot_weights(layer.kernel.value[:, 1])


def line_network(units: int) -> Sequential:
    """Responde 1 onde o primeiro número é positivo."""
    model = Sequential([Dense(units, activation="sigmoid" if units == 1 else "softmax", input_shape=(2,))])
    kernel = [[1.0], [0.0]] if units == 1 else [[-1.0, 1.0], [0.0, 0.0]]
    model.set_weights([np.array(kernel), np.zeros(units)])
    return model


@pytest.mark.parametrize("units", [1, 2])
@pytest.mark.parametrize("build", [np.array, numpy.array])
def test_each_place_has_the_colour_of_its_class(units: int, build: Any) -> None:
    points, classes = build([[-1.0, 0.0], [1.0, 2.0]]), build([[0], [1]])
    axes = plot_boundary(line_network(units), points, classes, steps=10)
    picture = axes.images[0]
    assert picture.get_array().tolist() == [[0] * 5 + [1] * 5] * 10
    numpy.testing.assert_allclose(picture.get_extent(), [-1.2, 1.2, -0.2, 2.2])
    dots = axes.collections[0]
    assert dots.get_offsets().tolist() == [[-1.0, 0.0], [1.0, 2.0]] and dots.get_array().tolist() == [0, 1]
    with pytest.raises(ValueError, match=r"de forma \(m, 2\), e a forma é \(4, 3\)"):
        plot_boundary(line_network(units), np.zeros((4, 3)), np.zeros(4))


def test_a_picture_can_be_kept() -> None:
    file = io.BytesIO()
    plot_history(history(loss=[3.0, 2.0, 1.0])).figure.savefig(file, format="png")
    assert file.getvalue().startswith(b"\x89PNG")


def test_without_matplotlib_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    for draw in (
        lambda: plot_history(history(loss=[1.0, 1.0, 1.0])),
        lambda: plot_weights(np.zeros((2, 2))),
        lambda: plot_boundary(line_network(1), np.zeros((2, 2)), np.zeros(2)),
    ):
        with pytest.raises(ImportError, match=r"pip install laco-a-laco\[plots\]"):
            draw()


def test_nothing_of_ours_brings_matplotlib_in() -> None:
    code = "import sys, reference.networks.plots; sys.exit('matplotlib' in sys.modules or 'numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_the_extra_is_offered() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [name.partition(">")[0] for name in project["optional-dependencies"]["plots"]] == ["matplotlib"]
    assert not project["dependencies"] and plots.__doc__ and "laco-a-laco[plots]" in plots.__doc__
