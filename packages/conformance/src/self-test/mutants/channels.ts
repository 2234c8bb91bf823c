import { type Activation, activationAttributes, type Tensor } from '@separable/core';
import { type Call, operand } from '../kernel.js';
import {
  convolutionMutant,
  kernelMutant,
  mapped,
  type Mutant,
  operandMutant,
  resultMutant,
} from '../mutant.js';

const convolutions = ['conv2d', 'depthwiseConv2d', 'pointwiseConv2d', 'convTranspose2d', 'dense'];

function without(call: Call, operandName: string): Call {
  const { [operandName]: _, ...operands } = call.operands;
  return { ...call, operands };
}

function plain(call: Call): Call {
  return { ...call, attributes: { ...call.attributes, activation: null } };
}

/** Convolutions that mix up channels, or what comes after the sum. */
export const channels: readonly Mutant[] = [
  convolutionMutant('groups interleaved instead of in blocks', ({ groups, seen, channel }) => ({
    channel: groups === 1 ? channel : (o, c) => (o % groups) * seen + c,
  })),
  convolutionMutant('groups ignored: all read the first', ({ groups, channel }) => ({
    channel: groups === 1 ? channel : (_, c) => c,
  })),
  convolutionMutant(
    'multiplier order wrong: m·C + c instead of c·M + m',
    ({ seen, depth, outputs, channel }) => ({
      channel: seen === 1 && outputs > depth ? (o) => o % depth : channel,
    }),
    ['depthwiseConv2d/'],
  ),
  convolutionMutant('accumulates in float16', () => ({ round: half })),
  operandMutant('weights packed as float16', convolutions, (value, name) =>
    /filter/i.test(name) ? half(value) : value,
  ),
  operandMutant('weights packed as bfloat16', convolutions, (value, name) =>
    /filter/i.test(name) ? short(value, 8) : value,
  ),
  kernelMutant('bias ignored', convolutions, (call, kernel) => kernel(without(call, 'bias'))),
  kernelMutant(
    'depthwise bias of a separable convolution ignored',
    ['separableConv2d'],
    (call, kernel) => kernel(without(call, 'depthwiseBias')),
  ),
  kernelMutant('activation dropped', convolutions, (call, kernel) => kernel(plain(call))),
  kernelMutant(
    'activation between the parts of a separable convolution dropped',
    ['separableConv2d'],
    (call, kernel) =>
      kernel({ ...call, attributes: { ...call.attributes, depthwiseActivation: null } }),
  ),
  kernelMutant('activation before the bias', ['conv2d', 'depthwiseConv2d'], (call, kernel) => {
    if (call.operands['bias'] === undefined) return kernel(call);
    const bias = operand(call, 'bias').data;
    return kernel(without(call, 'bias')).map((t) =>
      mapped(t, (v, i) => v + bias[i % bias.length]!),
    );
  }),
  kernelMutant('attributes of a fused activation ignored', ['conv2d'], (call, kernel) => {
    const f = call.attributes['activation'] as Activation | null;
    if (f?.op !== 'leakyRelu') return kernel(call);
    const between = kernel(plain(call))[0]!;
    const attributes = { ...activationAttributes(f), alpha: 0.01 };
    return kernel({ op: f.op, attributes, operands: { x: between }, shapes: [between.shape] });
  }),
  resultMutant(
    'channels beyond the last full four are left 0',
    ['conv2d', 'pointwiseConv2d'],
    (v, i, t) => {
      const depth = t.shape.at(-1)!;
      return i % depth >= depth - (depth % 4) && depth > 4 ? 0 : v;
    },
  ),
  resultMutant(
    'the last channel is off when channels are no multiple of 4',
    ['depthwiseConv2d'],
    (v, i, t) => {
      const depth = t.shape.at(-1)!;
      return depth > 4 && depth % 4 !== 0 && i % depth === depth - 1 ? v * 1.01 : v;
    },
  ),
  resultMutant(
    'pixels beyond the last full tile of 4 lose a thousandth',
    ['pointwiseConv2d'],
    (v, i, t) => {
      const pixels = t.data.length / t.shape.at(-1)!;
      return Math.floor(i / t.shape.at(-1)!) >= pixels - (pixels % 4) ? v * 1.001 : v;
    },
  ),
  resultMutant('results rounded to a thousandth', convolutions, (v) => v * (1 + 1e-3)),
  resultMutant('results off by 1e-5 of their size', convolutions, (v) => v * (1 + 1e-5)),
  resultMutant('outputPadding ignored', ['convTranspose2d'], (v, i, t, call) => {
    const [extra] = call.attributes['outputPadding'] as readonly [number, number];
    const [, height, width, depth] = t.shape as [number, number, number, number];
    return Math.floor(i / (width * depth)) % height >= height - extra ? 0 : v;
  }),
  kernelMutant(
    'transposed convolution reads the groups of another',
    ['convTranspose2d'],
    (call, kernel) => {
      const groups = call.attributes['groups'] as number;
      return groups === 1
        ? kernel(call)
        : kernel(call).map((t) => rotate(t, t.shape.at(-1)! / groups));
    },
  ),
  kernelMutant('transposeB ignored on square matrices', ['matmul'], (call, kernel) => {
    const [rows, columns] = operand(call, 'b').shape.slice(-2);
    return kernel(
      rows === columns ? { ...call, attributes: { ...call.attributes, transposeB: false } } : call,
    );
  }),
  kernelMutant(
    'batch broadcasting of matmul takes the first matrix',
    ['matmul'],
    (call, kernel) => {
      const b = operand(call, 'b');
      const size = b.shape.slice(-2).reduce((p, q) => p * q, 1);
      return kernel({
        ...call,
        operands: { ...call.operands, b: mapped(b, (_, i) => b.data[i % size]!) },
      });
    },
  ),
];

/** Rounds to `bits` bits of significand. */
function short(x: number, bits: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const step = 2 ** (Math.floor(Math.log2(Math.abs(x))) - bits + 1);
  return Math.round(x / step) * step;
}

function half(x: number): number {
  return Math.abs(x) > 65_504 ? Math.sign(x) * Infinity : short(x, 11);
}

/** Moves every channel on by `by`. */
function rotate(t: Tensor, by: number): Tensor {
  const depth = t.shape.at(-1)!;
  return mapped(t, (_, i) => t.data[i - (i % depth) + ((i + by) % depth)]!);
}
