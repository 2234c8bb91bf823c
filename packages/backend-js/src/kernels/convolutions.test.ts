import { sizeOf, type Tensor, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { convolveByDefinition } from '../testing/convolve-by-definition.js';
import { randomTensor } from '../testing/numbers.js';
import { runKernel } from '../testing/run-kernel.js';

/** The largest distance in units of the magnitude that random numbers in ±1 sum up to. */
function distance(got: Tensor, wanted: Float64Array): number {
  let worst = 0;
  wanted.forEach(
    (value, i) => (worst = Math.max(worst, Math.abs(got.data[i]! - value) / (1 + Math.abs(value)))),
  );
  return worst;
}

const grid = [
  { size: [7, 9], kernel: [3, 3], strides: [1, 1], dilations: [1, 1], padding: 'same' },
  { size: [8, 15], kernel: [3, 3], strides: [2, 2], dilations: [1, 1], padding: 'same' },
  { size: [9, 14], kernel: [3, 3], strides: [2, 2], dilations: [1, 1], padding: 'sameLower' },
  { size: [13, 17], kernel: [3, 3], strides: [1, 1], dilations: [2, 3], padding: 'same' },
  { size: [6, 11], kernel: [5, 5], strides: [1, 1], dilations: [1, 1], padding: 'same' },
  { size: [6, 20], kernel: [1, 7], strides: [1, 3], dilations: [1, 1], padding: 'valid' },
  {
    size: [11, 6],
    kernel: [4, 1],
    strides: [3, 1],
    dilations: [2, 1],
    padding: { top: 5, bottom: 0, left: 2, right: 7 },
  },
  {
    size: [5, 5],
    kernel: [2, 2],
    strides: [2, 1],
    dilations: [1, 1],
    padding: { top: 0, bottom: 3, left: 0, right: 1 },
  },
  { size: [3, 2], kernel: [7, 7], strides: [1, 1], dilations: [1, 1], padding: 'same' },
  {
    size: [2, 2],
    kernel: [1, 1],
    strides: [2, 2],
    dilations: [1, 1],
    padding: { top: 0, bottom: 1, left: 0, right: 1 },
  },
  { size: [5, 6], kernel: [1, 1], strides: [1, 1], dilations: [1, 1], padding: 'valid' },
  { size: [1, 1], kernel: [3, 3], strides: [1, 1], dilations: [1, 1], padding: 'same' },
] as const;

const constantness = [[], ['filter', 'bias'], ['filter'], ['bias']] as const;

describe.each(grid)('$kernel stride $strides dilation $dilations padding $padding', (settings) => {
  const { size, kernel, strides, dilations, padding } = settings;
  const attributes = { strides, dilations, padding };

  it.each([
    { groups: 1, inputs: 3, outputs: 6 },
    { groups: 1, inputs: 5, outputs: 9 },
    { groups: 3, inputs: 6, outputs: 15 },
  ])('conv2d agrees with the formula: %o', async ({ groups, inputs, outputs }) => {
    const x = randomTensor([2, ...size, inputs], 1);
    const filter = randomTensor([...kernel, inputs / groups, outputs], 2);
    const bias = randomTensor([outputs], 3);
    for (const constants of constantness) {
      const [y] = await runKernel(
        'conv2d',
        { x, filter, bias },
        { ...attributes, groups },
        constants,
      );
      const wanted = convolveByDefinition(x, filter, bias, y!.shape, { ...attributes, groups });
      expect(distance(y!, wanted)).toBeLessThan(1e-6);
    }
  });

  it.each([
    { channels: 1, multiplier: 1 },
    { channels: 7, multiplier: 1 },
    { channels: 3, multiplier: 2 },
  ])('depthwiseConv2d agrees with the formula: %o', async ({ channels, multiplier }) => {
    const x = randomTensor([2, ...size, channels], 4);
    const filter = randomTensor([...kernel, channels, multiplier], 5);
    const bias = randomTensor([channels * multiplier], 6);
    for (const constants of constantness) {
      const [y] = await runKernel('depthwiseConv2d', { x, filter, bias }, attributes, constants);
      const wanted = convolveByDefinition(x, filter, bias, y!.shape, {
        ...attributes,
        groups: channels,
      });
      expect(distance(y!, wanted)).toBeLessThan(1e-6);
    }
  });

  it('separableConv2d is one after the other', async () => {
    const x = randomTensor([2, ...size, 5], 7);
    const filter = randomTensor([...kernel, 5, 2], 8);
    const bias = randomTensor([10], 9);
    const [middle] = await runKernel(
      'depthwiseConv2d',
      { x, filter, bias },
      { ...attributes, activation: 'relu' },
    );
    const pointwiseFilter = randomTensor([10, 6], 10);
    const [wanted] = await runKernel('pointwiseConv2d', { x: middle, filter: pointwiseFilter });
    const operands = { x, depthwiseFilter: filter, pointwiseFilter, depthwiseBias: bias };
    const options = { ...attributes, depthwiseActivation: 'relu' };
    for (const constants of [[], ['depthwiseFilter', 'pointwiseFilter', 'depthwiseBias']]) {
      const [y] = await runKernel('separableConv2d', operands, options, constants);
      expect(y!.shape).toEqual(wanted!.shape);
      expect(distance(y!, Float64Array.from(wanted!.data))).toBeLessThan(1e-6);
    }
  });
});

describe('values that are not finite', () => {
  const x = tensor('float32', [1, 2, 2, 1], [1, 2, 3, 4]);
  const filter = tensor('float32', [3, 3, 1, 1], [Infinity, 0, 0, 0, 1, 0, 0, 0, NaN]);

  it.each(['conv2d', 'depthwiseConv2d'])('padding contributes nothing to %s', async (op) => {
    for (const constants of [[], ['filter']]) {
      const [y] = await runKernel(op, { x, filter }, { padding: 'same' }, constants);
      expect([...y!.data]).toEqual([NaN, 2, 3, Infinity]);
    }
  });

  it.each(['conv2d', 'depthwiseConv2d'])('a zero weight does not hide NaN from %s', async (op) => {
    const nan = tensor('float32', [1, 1, 2, 1], [NaN, 1]);
    const zero = tensor('float32', [1, 1, 1, 1], [0]);
    const [y] = await runKernel(op, { x: nan, filter: zero });
    expect([...y!.data]).toEqual([NaN, 0]);
  });
});

it.each([
  { x: [0, 4, 4, 2], filter: [3, 3, 2, 4], y: [0, 4, 4, 4] },
  { x: [1, 0, 4, 2], filter: [1, 1, 2, 4], y: [1, 0, 4, 4] },
  { x: [1, 2, 2, 2], filter: [1, 1, 2, 0], y: [1, 2, 2, 0] },
  { x: [1, 2, 2, 0], filter: [3, 3, 0, 3], y: [1, 2, 2, 3] },
])('conv2d takes extents of zero: %o', async ({ x, filter, y }) => {
  const operands = { x: randomTensor(x, 1), filter: randomTensor(filter, 2) };
  const [got] = await runKernel('conv2d', operands, { padding: 'same' });
  expect(got!.shape).toEqual(y);
  expect([...got!.data]).toEqual(Array.from({ length: sizeOf(y) }, () => 0));
});
