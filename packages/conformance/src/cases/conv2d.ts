import type { Case } from '../case/case.js';
import { conv2dCase, symbolicMap } from '../case/convolution-cases.js';
import { convolutionGrid } from '../case/convolution-grid.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, edges, normal, strewn, values } from '../case/source.js';

const filter = constant(normal([3, 3, 2, 4]));

export const conv2d: readonly Case[] = nodeCases('conv2d', [
  ...convolutionGrid('conv2d').map((s) => conv2dCase(s)),
  // Tiles of micro-kernels end at multiples of 4, 8 and 16: one less, one more and the multiple itself.
  ...[1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33].flatMap((outputs) =>
    [1, 4, 6].map((channels) => ({
      name: `1x1 from ${channels} to ${outputs} channels`,
      operands: {
        x: normal([1, 3, 5, channels]),
        filter: constant(normal([1, 1, channels, outputs])),
        bias: constant(normal([outputs])),
      },
      attributes: { activation: 'relu' } as const,
    })),
  ),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 13].map((width) => ({
    name: `rows of ${width} pixels`,
    operands: { x: normal([1, 4, width, 3]), filter: constant(normal([3, 3, 3, 5])) },
    attributes: { padding: 'same' } as const,
  })),
  ...[
    'leakyRelu',
    'elu',
    'selu',
    'hardSigmoid',
    'swish',
    'gelu',
    'mish',
    'tanh',
    'softplus',
    'softsign',
  ].map((activation) => ({
    name: `fused ${activation}`,
    operands: { x: normal([1, 4, 4, 2]), filter, bias: constant(normal([4])) },
    attributes: { padding: 'same', activation } as const,
  })),
  {
    name: 'fused clip',
    operands: { x: normal([1, 4, 4, 2]), filter },
    attributes: { activation: { op: 'clip', min: -0.5, max: 1.25 } },
  },
  {
    name: 'fused leakyRelu of slope 0.3',
    operands: { x: normal([1, 4, 4, 2]), filter },
    attributes: { activation: { op: 'leakyRelu', alpha: 0.3 } },
  },
  {
    name: 'symbolic',
    operands: { x: symbolicMap(normal([2, 6, 5, 2])), filter },
    attributes: { padding: 'sameLower', strides: 2 },
    tags: ['symbolic'],
  },
  {
    name: 'filter as input',
    operands: { x: normal([1, 6, 5, 2]), filter: normal([3, 3, 2, 4]), bias: normal([4]) },
    attributes: { padding: 'same' },
    tags: ['dynamicWeights'],
  },
  {
    name: '3000 channels that cancel',
    operands: {
      x: values('float32', [1, 1, 2, 3000], [1000.5, 1e-3, -1000.25, 0.7]),
      filter: constant(normal([1, 1, 3000, 3])),
    },
  },
  {
    name: 'NaN and infinities in the map',
    operands: { x: strewn([1, 9, 9, 2], [NaN, Infinity, -Infinity], 11), filter },
    attributes: { padding: 'same', strides: 2 },
    tags: ['edge'],
  },
  {
    name: 'NaN through fused relu',
    operands: { x: strewn([1, 6, 6, 2], [NaN], 13), filter },
    attributes: { activation: 'relu' },
    tags: ['edge'],
  },
  {
    name: 'edge numbers',
    operands: { x: edges([1, 5, 6, 1]), filter: constant(normal([1, 1, 1, 3])) },
    tags: ['edge'],
  },
  {
    name: 'infinite weight over a zero',
    operands: {
      x: values('float32', [1, 2, 2, 1], [0, 1, -1, 2]),
      filter: constant(values('float32', [1, 1, 1, 2], [Infinity, 1])),
    },
    tags: ['edge'],
  },
  {
    name: 'denormal products',
    operands: { x: normal([1, 5, 5, 2], 1e-21), filter: constant(normal([3, 3, 2, 4], 1e-19)) },
    tags: ['edge'],
  },
  {
    name: 'empty batch',
    operands: { x: normal([0, 5, 5, 2]), filter },
    attributes: { padding: 'same' },
    tags: ['zeroSize'],
  },
  {
    name: 'no rows',
    operands: { x: normal([1, 0, 5, 2]), filter },
    attributes: { padding: 'same' },
    tags: ['zeroSize'],
  },
  {
    name: 'no output channels',
    operands: { x: normal([1, 4, 4, 2]), filter: constant(normal([3, 3, 2, 0])) },
    tags: ['zeroSize'],
  },
  {
    name: 'no input channels leave the bias',
    operands: {
      x: normal([1, 4, 4, 0]),
      filter: constant(normal([3, 3, 0, 2])),
      bias: constant(normal([2])),
    },
    tags: ['zeroSize'],
  },
]);
