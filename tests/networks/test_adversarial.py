"""Redes adversárias: cada passo mexe numa rede só, na direção certa, com os mesmos números em toda parte."""

from typing import Any

import numpy
import pytest

import reference as np
from reference.gradients.adaptive import Adam
from reference.gradients.sgd import SGD
from reference.networks.activations import sigmoid
from reference.networks.adversarial import GAN, verdict
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from reference.random import RandomState
from tests.gradients.differences import LIBRARIES, STEP
from tests.networks.keras_peers import numbers


def pair(optimizer: Any = Adam, rate: float = 0.01) -> GAN:
    generator = Sequential([Dense(3, activation="tanh"), Dense(1)], seed=0)
    discriminator = Sequential([Dense(4, activation="tanh"), Dense(1)], seed=1)
    gan = GAN(generator, discriminator, latent=2, seed=2)
    gan.compile(optimizer(rate), optimizer(rate))
    return gan


def values(model: Sequential) -> list[Any]:
    return [weight.tolist() for weight in model.get_weights()]


def test_the_verdict_is_the_cross_entropy_of_the_probability() -> None:
    scores = numbers((5, 1))
    p = sigmoid(scores)
    assert float(verdict(scores, true=True)) == pytest.approx(float(-numpy.log(p).mean()), rel=1e-12)
    assert float(verdict(scores, true=False)) == pytest.approx(float(-numpy.log(1 - p).mean()), rel=1e-12)


def test_each_step_moves_one_network_only() -> None:
    gan, real = pair(), np.array(numbers((4, 1)).tolist())
    gan.train_on_batch(real)
    assert gan.optimizers is not None
    before = values(gan.generator), values(gan.discriminator)
    gan.discriminator_step(real, gan.optimizers[1])
    assert values(gan.generator) == before[0] and values(gan.discriminator) != before[1]
    before = values(gan.generator), values(gan.discriminator)
    gan.generator_step(real, gan.optimizers[0])
    assert values(gan.generator) != before[0] and values(gan.discriminator) == before[1]


@pytest.mark.parametrize("which", ["generator", "discriminator"])
def test_each_step_goes_down_the_slope_of_its_own_cost(which: str) -> None:
    """Com a descida simples de taxa 1, cada peso anda menos a derivada do seu custo, medida por diferenças."""
    gan, real = pair(SGD, 1.0), numpy.array(numbers((4, 1)))
    gan.train_on_batch(real)
    model: Sequential = getattr(gan, which)
    step = getattr(gan, f"{which}_step")
    state, still = gan.random.get_state(), SGD(0.0)

    def cost() -> float:
        gan.random.set_state(state)
        return float(step(real, still))

    slopes = []
    for weight in model.trainable_weights:
        kept, slope = weight.value, numpy.zeros(weight.shape)
        for place in numpy.ndindex(weight.shape):
            sides = []
            for move in (STEP, -STEP):
                weight.value = kept.copy()
                weight.value[place] += move
                sides.append(cost())
            slope[place] = (sides[0] - sides[1]) / (2 * STEP)
        weight.value = kept
        slopes.append(slope)
    before = model.get_weights()
    gan.random.set_state(state)
    step(real, SGD(1.0))
    for old, new, slope in zip(before, model.get_weights(), slopes, strict=True):
        numpy.testing.assert_allclose(old - new, slope, rtol=1e-6, atol=1e-8)


def test_twenty_steps_give_the_same_costs_in_any_library() -> None:
    found = {}
    for library, convert in LIBRARIES.items():
        gan, random = pair(), RandomState(3)
        found[library] = [
            [*gan.train_on_batch(convert(numpy.array(random.normal(4.0, 0.5, (4, 1)).tolist()))).values()]
            for _ in range(20)
        ]
    for costs in found.values():
        numpy.testing.assert_allclose(costs, found["reference"], rtol=0, atol=1e-12)


def test_the_forger_moves_towards_the_truth() -> None:
    gan, random = pair(rate=0.02), RandomState(0)
    for _ in range(150):
        gan.train_on_batch(numpy.array(random.normal(4.0, 0.5, (16, 1)).tolist()))
    sample = gan.sample(200)
    assert isinstance(sample, numpy.ndarray) and abs(sample.mean() - 4.0) < 1.5
    assert type(gan.sample(2, np.ones(1))).__module__.startswith("reference")


def test_bad_requests_are_refused() -> None:
    one = Sequential([Dense(1)], seed=0)
    with pytest.raises(ValueError, match="latent é 0"):
        GAN(one, one, latent=0)
    gan = GAN(one, Sequential([Dense(1)]), latent=1)
    with pytest.raises(ValueError, match="antes, diga como se treina"):
        gan.train_on_batch(np.ones((2, 1)))
    same = SGD(0.1)
    with pytest.raises(ValueError, match="veio o mesmo para as duas"):
        gan.compile(same, same)
