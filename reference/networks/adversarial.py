r"""Redes adversárias generativas (GAN): uma rede falsifica, outra tenta descobrir, e as duas melhoram juntas.

A geradora $G$ transforma sorteios em amostras; a discriminadora $D$ diz a probabilidade de uma amostra ser verdadeira.
O jogo é $\min_G \max_D \; \mathbb{E}[\ln D(x)] + \mathbb{E}[\ln(1 - D(G(z)))]$. Ninguém mostra à geradora uma amostra
verdadeira: tudo o que ela sabe lhe chega pelo gradiente da discriminadora.
"""

from typing import Any

from reference.gradients.graph import gradients
from reference.networks import losses
from reference.networks.losses import value_of
from reference.networks.sequential import Sequential
from reference.operations.namespaces import array_namespace, moved
from reference.random import RandomState


# --8<-- [start:verdict]
def verdict(scores: Any, true: bool) -> Any:
    r"""Quanto custa à discriminadora dar estas notas a amostras verdadeiras, ou a falsas.

    É a entropia cruzada: $-\ln D$ das verdadeiras e $-\ln(1 - D)$ das falsas, com $D = \sigma(\text{nota})$.

    Args:
        scores: Notas (*logits*), de forma (m, 1).
        true: Se as amostras são verdadeiras.

    Examples:
        >>> verdict(array([[0.0]]), true=True).round(4)
        np.float64(0.6931)
    """
    value = value_of(scores)
    xp = array_namespace(value)
    labels = xp.ones_like(value) if true else xp.zeros_like(value)
    return losses.cost(lambda y, s: losses.binary_crossentropy(y, s, from_logits=True), labels, scores)
# --8<-- [end:verdict]


# --8<-- [start:GAN]
class GAN:
    """Uma geradora e uma discriminadora, treinadas uma contra a outra.

    Args:
        generator: Rede de sorteios, (m, latent), a amostras.
        discriminator: Rede de amostras a **notas**, (m, 1), sem ativação no fim.
        latent: Quantos números se sorteiam para fazer uma amostra.
        seed: Semente dos sorteios.

    Examples:
        >>> from reference.gradients.adaptive import Adam
        >>> from reference.networks.layers import Dense
        >>> gan = GAN(Sequential([Dense(1)], seed=0), Sequential([Dense(1)], seed=1), latent=1, seed=2)
        >>> gan.compile(Adam(0.01), Adam(0.01))
        >>> sorted(gan.train_on_batch(array([[4.0], [5.0]])))
        ['discriminator', 'generator']
        >>> gan.sample(3).shape
        (3, 1)

    [Notas: Redes Neurais Generativas (GANs)]
    """

    def __init__(
        self, generator: Sequential, discriminator: Sequential, latent: int, *, seed: int | None = None
    ) -> None:
        if latent < 1:
            raise ValueError(f"GAN: é preciso sortear ao menos um número por amostra, e latent é {latent}")
        self.generator, self.discriminator, self.latent = generator, discriminator, latent
        self.random = RandomState(seed)
        self.optimizers: tuple[Any, Any] | None = None

    def compile(self, generator_optimizer: Any, discriminator_optimizer: Any) -> None:
        """Diz como se treina cada rede: dois otimizadores, um para cada uma.

        Raises:
            ValueError: Se forem o mesmo: cada um guarda a memória dos pesos que atualiza.
        """
        if generator_optimizer is discriminator_optimizer:
            raise ValueError("GAN: cada rede tem o seu otimizador, e veio o mesmo para as duas")
        self.optimizers = generator_optimizer, discriminator_optimizer

    def noise(self, m: int, like: Any) -> Any:
        """Sorteios da normal padrão, (m, latent), na biblioteca, no tipo e no dispositivo de `like`."""
        return moved(self.random.normal(size=(m, self.latent)), like)

    def train_on_batch(self, real: Any) -> dict[str, float]:
        """Um passo de cada rede, primeiro a discriminadora.

        Args:
            real: Amostras verdadeiras, de forma (m, …).

        Returns:
            O custo de cada uma, medido antes da sua atualização.

        Raises:
            ValueError: Se `compile` ainda não foi chamado.
        """
        if self.optimizers is None:
            raise ValueError("GAN: antes, diga como se treina, com compile(otimizador, otimizador)")
        for_generator, for_discriminator = self.optimizers
        found = self.discriminator_step(real, for_discriminator)
        return {"discriminator": found, "generator": self.generator_step(real, for_generator)}

    def discriminator_step(self, real: Any, optimizer: Any) -> float:
        """Notas altas às verdadeiras, baixas às falsas, que aqui são constantes: a geradora não se mexe."""
        fake = self.generator(self.noise(real.shape[0], real), training=True).detach()
        cost = verdict(self.discriminator(real, training=True), True)
        cost = cost + verdict(self.discriminator(fake, training=True), False)
        update(cost, self.discriminator, optimizer)
        return float(cost.value)

    def generator_step(self, real: Any, optimizer: Any) -> float:
        """Que as falsas passem por verdadeiras: o gradiente atravessa a discriminadora, que não se mexe."""
        fake = self.generator(self.noise(real.shape[0], real), training=True)
        cost = verdict(self.discriminator(fake, training=True), True)
        update(cost, self.generator, optimizer)
        return float(cost.value)

    def sample(self, m: int, like: Any = None) -> Any:
        """Amostras falsas.

        Args:
            m: Quantas.
            like: Tensor de cuja biblioteca, tipo e dispositivo elas são; sem ele, o dos pesos da geradora.
        """
        weights = self.generator.get_weights()
        like = like if like is not None else weights[0] if weights else self.random.normal(size=(1,))
        return value_of(self.generator(self.noise(m, like)))
# --8<-- [end:GAN]


def update(cost: Any, model: Sequential, optimizer: Any) -> None:
    """Um passo do otimizador nos pesos de uma rede; os da outra ficam como estão.

    Examples:
        >>> from reference.gradients.sgd import SGD
        >>> from reference.networks.layers import Dense
        >>> model = Sequential([Dense(1, kernel_initializer="ones", use_bias=False)])
        >>> update(verdict(model(array([[0.0], [4.0]])), True), model, SGD(1.0))
        >>> model.get_weights()[0].round(3)
        array([[1.036]])
    """
    weights = model.trainable_weights
    optimizer.apply(gradients(cost, weights), weights)
