import type { Activation, Value } from '@separable/core';
import { quote } from '../../file/place.js';
import { Unsupported } from '../../unsupported.js';
import type { NodeImport } from '../node-import.js';

/** What a fused operator does behind its convolution or product. */
export interface Epilogue {
  readonly bias: Value | undefined;
  readonly activation: Activation | null;
  /** Applied by a node of its own, because it reads a weight. */
  readonly slope: Value | undefined;
}

const none: Epilogue = { bias: undefined, activation: null, slope: undefined };

/**
 * Reads `fused_ops`: `BiasAdd`, then an activation.
 *
 * @param from the first of the operands that belong to it
 */
export function epilogueOf(node: NodeImport, from: number): Epilogue {
  const fused = node.attributes.texts('fused_ops').filter((name) => name !== '');
  let next = from;
  let result = none;
  for (const name of fused) {
    if (name === 'BiasAdd' && result.bias === undefined)
      result = { ...result, bias: vector(node, next++) };
    else if (name === 'Prelu') result = { ...result, slope: node.value(next++) };
    else result = { ...result, activation: activationOf(node, name) };
  }
  return result;
}

/** A bias of one axis; TensorFlow.js takes others that broadcast, which no converter writes. */
function vector(node: NodeImport, index: number): Value {
  const bias = node.value(index);
  if (bias.shape.length === 1) return bias;
  throw new Unsupported(`its bias has rank ${bias.shape.length}`);
}

function activationOf(node: NodeImport, name: string): Activation | null {
  switch (name) {
    case 'Linear':
      return null;
    case 'Relu':
      return { op: 'relu' };
    case 'Relu6':
      return { op: 'relu6' };
    case 'Elu':
      return { op: 'elu' };
    case 'Sigmoid':
      return { op: 'sigmoid' };
    case 'LeakyRelu':
      return { op: 'leakyRelu', alpha: node.attributes.float('leakyrelu_alpha', 0.2) };
    default:
      throw new Unsupported(`it is fused with ${quote(name)}`);
  }
}

/** The value behind a slope that is a weight, where there is one. */
export function behindSlope(node: NodeImport, y: Value, { slope }: Epilogue): Value {
  return slope === undefined ? y : node.g.prelu({ x: y, slope }, {}, node.name('prelu'));
}
