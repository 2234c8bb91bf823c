import type { Value } from '../graph/builder-types.js';
import type { Node } from '../graph/graph.js';
import type { Rewriting } from '../graph/rewrite.js';

/** `y = factor · x + offset`, one number a channel of the last axis. */
export interface Affine {
  readonly x: Value;
  readonly factor: Float64Array;
  readonly offset: Float64Array;
}

/** The value that a node reads under an operand's name. */
type Reads = (operand: string) => Value;

/** The node as an affine map of each channel, when it is one. */
export function affineOf(node: Node, reads: Reads, rewriting: Rewriting): Affine | undefined {
  if (node.op === 'batchNorm') return batchNormOf(node, reads, rewriting);
  if (!['add', 'sub', 'mul', 'div'].includes(node.op)) return undefined;
  const a = reads('a');
  const b = reads('b');
  const constantFirst = rewriting.constant(a) !== undefined;
  const x = constantFirst ? b : a;
  const numbers = channelVector(constantFirst ? a : b, x, rewriting);
  if (numbers === undefined) return undefined;
  const ones = numbers.map(() => 1);
  const zeros = numbers.map(() => 0);
  if (node.op === 'add') return { x, factor: ones, offset: numbers };
  if (node.op === 'mul') return { x, factor: numbers, offset: zeros };
  if (node.op === 'div') {
    return constantFirst ? undefined : { x, factor: numbers.map((n) => 1 / n), offset: zeros };
  }
  return constantFirst
    ? { x, factor: ones.map(() => -1), offset: numbers }
    : { x, factor: ones, offset: numbers.map((n) => -n) };
}

function batchNormOf(node: Node, reads: Reads, rewriting: Rewriting): Affine | undefined {
  const x = reads('x');
  const axis = node.attributes['axis'];
  if (axis !== -1 && axis !== x.shape.length - 1) return undefined;
  const vector = (operand: string, fallback: number): Float64Array | undefined => {
    if (node.inputs[operand] === undefined) {
      const channels = x.shape.at(-1);
      return typeof channels === 'number' ? new Float64Array(channels).fill(fallback) : undefined;
    }
    return channelVector(reads(operand), x, rewriting);
  };
  const [mean, variance] = [vector('mean', 0), vector('variance', 1)];
  const [scale, shift] = [vector('scale', 1), vector('offset', 0)];
  if (!mean || !variance || !scale || !shift) return undefined;
  const epsilon = node.attributes['epsilon'] as number;
  const factor = scale.map((s, c) => s / Math.sqrt(variance[c]! + epsilon));
  return { x, factor, offset: shift.map((o, c) => o - mean[c]! * factor[c]!) };
}

/** A float constant that varies along the last axis of `x` at most, as one number a channel. */
function channelVector(value: Value, x: Value, rewriting: Rewriting): Float64Array | undefined {
  const constant = rewriting.constant(value);
  const channels = x.shape.at(-1);
  if (constant === undefined || constant.dtype !== 'float32' || typeof channels !== 'number') {
    return undefined;
  }
  const { shape, data } = constant;
  const fits = shape.length <= x.shape.length && shape.slice(0, -1).every((extent) => extent === 1);
  if (!fits || (data.length !== 1 && data.length !== channels)) return undefined;
  return data.length === 1
    ? new Float64Array(channels).fill(data[0]!)
    : Float64Array.from(data as Float32Array);
}
