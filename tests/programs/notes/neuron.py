"""Um neurônio com os números das notas: pesos 0 e 1, viés 4, entradas 2 e 3."""

import reference as np
from reference.networks.neuron import Neuron

neuron = Neuron(np.array([0, 1]), 4)
inputs = np.array([2, 3])
print(neuron)
print(f"entrada: {inputs}")
print(f"saída: {neuron.feedforward(inputs):.12f}")
