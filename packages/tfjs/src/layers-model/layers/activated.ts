import type { Activation, Value } from '@separable/core';
import { quote } from '../../file/place.js';
import { Unsupported } from '../../unsupported.js';
import type { LayerImport } from '../layer-import.js';

/** Activations of Keras that are ops under another name or with set attributes. */
const activations: Readonly<Record<string, Activation | null>> = {
  linear: null,
  elu: { op: 'elu' },
  exponential: { op: 'exp' },
  gelu: { op: 'gelu' },
  gelunew: { op: 'gelu', approximate: 'tanh' },
  hardsigmoid: { op: 'hardSigmoid', alpha: 0.2, beta: 0.5 },
  mish: { op: 'mish' },
  relu: { op: 'relu' },
  relu6: { op: 'relu6' },
  selu: { op: 'selu' },
  sigmoid: { op: 'sigmoid' },
  silu: { op: 'swish' },
  softmax: { op: 'softmax' },
  logsoftmax: { op: 'logSoftmax' },
  softplus: { op: 'softplus' },
  softsign: { op: 'softsign' },
  swish: { op: 'swish' },
  tanh: { op: 'tanh' },
};

/**
 * The value behind the activation that a layer's config names.
 *
 * @throws Unsupported on any other activation
 */
export function activated(layer: LayerImport, x: Value): Value {
  const name = layer.config.get('activation').text('linear');
  // Python writes hard_sigmoid, TensorFlow.js hardSigmoid.
  const plain = name.toLowerCase().replaceAll('_', '');
  if (!Object.hasOwn(activations, plain)) throw new Unsupported(`its activation is ${quote(name)}`);
  const activation = activations[plain]!;
  if (activation === null) return x;
  const { op, ...attributes } = activation;
  return layer.g.apply(op, { x }, attributes, layer.name(name))[0]!;
}
