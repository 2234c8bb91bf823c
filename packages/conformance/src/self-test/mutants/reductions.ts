import { type Tensor, tensor } from '@separable/core';
import { operand } from '../kernel.js';
import {
  attributeMutant,
  kernelMutant,
  mapped,
  type Mutant,
  operandMutant,
  resultMutant,
} from '../mutant.js';

/** Reductions, pools and normalisations that count or choose wrongly. */
export const reductions: readonly Mutant[] = [
  operandMutant(
    'reductions to the largest pass over NaN',
    ['reduceMax', 'maxPool2d', 'globalMaxPool2d'],
    (v) => (Number.isNaN(v) ? -Infinity : v),
  ),
  attributeMutant('the last of equal largest wins', ['argMax', 'argMin'], ({ selectLast }) => ({
    selectLast: selectLast !== true,
  })),
  kernelMutant('keepDims ignored', ['reduceSum', 'reduceMean', 'reduceMax'], (call, kernel) =>
    kernel({ ...call, attributes: { ...call.attributes, keepDims: false } }),
  ),
  attributeMutant('padding counted in averages', ['averagePool2d'], () => ({ countPadding: true })),
  attributeMutant('padding not counted in averages', ['averagePool2d'], () => ({
    countPadding: false,
  })),
  resultMutant('windows of ceil mode left 0', ['maxPool2d', 'averagePool2d'], (v, i, t, call) => {
    const [, height, width, depth] = t.shape as [number, number, number, number];
    const last = Math.floor(i / (width * depth)) % height === height - 1;
    return call.attributes['ceilMode'] === true && last ? 0 : v;
  }),
  kernelMutant('max pools pad with 0', ['maxPool2d'], (call, kernel) => {
    if (call.attributes['padding'] === 'valid') return kernel(call);
    return kernel(call).map((t) => mapped(t, (v) => Math.max(v, 0)));
  }),
  kernelMutant('softmax without shifting by the largest', ['softmax'], (call, kernel) => {
    const x = operand(call, 'x');
    const y = kernel(call)[0]!;
    // e^x overflows float32 from here on, and ∞ / ∞ is NaN.
    return [mapped(y, (v, i) => (x.data[i]! > 88.8 ? NaN : v))];
  }),
  attributeMutant(
    'softmax over the last axis whatever it is told',
    ['softmax', 'logSoftmax'],
    () => ({ axis: -1 }),
  ),
  attributeMutant(
    'epsilon of normalisations ignored',
    ['batchNorm', 'layerNorm', 'instanceNorm', 'groupNorm'],
    () => ({
      epsilon: 0,
    }),
  ),
  kernelMutant('batch normalisation without its offset', ['batchNorm'], (call, kernel) => {
    const { offset: _, ...operands } = call.operands;
    return kernel({ ...call, operands });
  }),
  attributeMutant('one group whatever the attribute says', ['groupNorm'], () => ({ groups: 1 })),
  kernelMutant('means divide by one less', ['reduceMean'], (call, kernel) => {
    const y = kernel(call)[0]!;
    const count = operand(call, 'x').data.length / y.data.length;
    return [mapped(y, (v) => (count > 1 ? (v * count) / (count - 1) : v))];
  }),
  attributeMutant('sums run forward only', ['cumsum'], () => ({ reverse: false })),
  attributeMutant('sums always include their element', ['cumsum'], () => ({ exclusive: false })),
  kernelMutant('topK lists the later of two equals first', ['topK'], (call, kernel) => {
    const [found, indices] = kernel(call) as [Tensor, Tensor];
    const last = call.attributes['axis'] === -1;
    const width = found.shape.at(-1)!;
    const equal = (i: number): boolean =>
      last && i % width === 0 && width > 1 && found.data[i] === found.data[i + 1];
    const swapped = mapped(indices, (v, i) =>
      equal(i) ? indices.data[i + 1]! : equal(i - 1) ? indices.data[i - 1]! : v,
    );
    return [found, swapped];
  }),
  kernelMutant('an empty sum is NaN', ['reduceSum', 'reduceProd'], (call, kernel) => {
    const y = kernel(call)[0]!;
    const empty =
      operand(call, 'x').data.length === 0 && y.data.length > 0 && y.dtype === 'float32';
    return [empty ? tensor('float32', y.shape, y.data.map(() => NaN) as Float32Array) : y];
  }),
];
