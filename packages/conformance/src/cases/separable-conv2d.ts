import type { Case } from '../case/case.js';
import { separableConv2dCase, symbolicMap } from '../case/convolution-cases.js';
import { convolutionGrid } from '../case/convolution-grid.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, normal, strewn } from '../case/source.js';

const filters = {
  depthwiseFilter: constant(normal([3, 3, 3, 1])),
  pointwiseFilter: constant(normal([3, 5])),
};

export const separableConv2d: readonly Case[] = nodeCases('separableConv2d', [
  ...convolutionGrid('separableConv2d').map(separableConv2dCase),
  // Rows enough for a strip to be reused, channels about the tiles of the pointwise part.
  ...[1, 3, 4, 8, 9, 17].map((outputs) => ({
    name: `13 rows to ${outputs} channels`,
    operands: {
      x: normal([1, 13, 6, 5]),
      depthwiseFilter: constant(normal([3, 3, 5, 1])),
      pointwiseFilter: constant(normal([5, outputs])),
      depthwiseBias: constant(normal([5])),
      bias: constant(normal([outputs])),
    },
    attributes: { padding: 'same', depthwiseActivation: 'relu6', activation: 'relu6' } as const,
  })),
  {
    name: 'depthwise activation alone',
    operands: { x: normal([1, 5, 5, 3]), ...filters },
    attributes: { padding: 'same', depthwiseActivation: 'relu' },
  },
  {
    name: 'depthwise bias alone',
    operands: { x: normal([1, 5, 5, 3]), ...filters, depthwiseBias: constant(normal([3])) },
    attributes: { padding: 'same' },
  },
  {
    name: 'bias alone',
    operands: { x: normal([1, 5, 5, 3]), ...filters, bias: constant(normal([5])) },
    attributes: { padding: 'same', activation: 'hardSwish' },
  },
  {
    name: 'symbolic',
    operands: { x: symbolicMap(normal([2, 6, 5, 3])), ...filters },
    attributes: { padding: 'same', strides: 2 },
    tags: ['symbolic'],
  },
  {
    name: 'NaN between the parts',
    operands: { x: strewn([1, 8, 8, 3], [NaN, Infinity], 29), ...filters },
    attributes: { padding: 'same', depthwiseActivation: 'relu6' },
    tags: ['edge'],
  },
  {
    name: 'empty batch',
    operands: { x: normal([0, 5, 5, 3]), ...filters },
    attributes: { padding: 'same' },
    tags: ['zeroSize'],
  },
]);
