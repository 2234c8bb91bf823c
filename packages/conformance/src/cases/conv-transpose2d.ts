import type { Case } from '../case/case.js';
import { convTranspose2dCase, symbolicMap } from '../case/convolution-cases.js';
import { convolutionGrid } from '../case/convolution-grid.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, normal, strewn } from '../case/source.js';

const filter = constant(normal([3, 3, 2, 3]));

export const convTranspose2d: readonly Case[] = nodeCases('convTranspose2d', [
  ...convolutionGrid('convTranspose2d').map(convTranspose2dCase),
  {
    name: 'stride beyond the kernel leaves the bias in the gaps',
    operands: {
      x: normal([1, 3, 3, 2]),
      filter: constant(normal([2, 2, 2, 3])),
      bias: constant(normal([3])),
    },
    attributes: { strides: 4 },
  },
  {
    name: 'doubling as in U-Net',
    operands: {
      x: normal([1, 4, 5, 6]),
      filter: constant(normal([2, 2, 6, 4])),
      bias: constant(normal([4])),
    },
    attributes: { strides: 2, activation: 'relu' },
  },
  {
    name: 'one pixel',
    operands: { x: normal([1, 1, 1, 2]), filter },
    attributes: { strides: 2, padding: 'same' },
  },
  {
    name: 'symbolic',
    operands: { x: symbolicMap(normal([2, 4, 3, 2])), filter },
    attributes: { padding: 'same', strides: 2 },
    tags: ['symbolic'],
  },
  {
    name: 'filter as input',
    operands: { x: normal([1, 4, 3, 2]), filter: normal([3, 3, 2, 3]), bias: normal([3]) },
    attributes: { strides: 2 },
    tags: ['dynamicWeights'],
  },
  {
    name: 'NaN and infinities in the map',
    operands: { x: strewn([1, 5, 5, 2], [NaN, Infinity, -Infinity], 11), filter },
    attributes: { strides: 2 },
    tags: ['edge'],
  },
  {
    name: 'empty batch',
    operands: { x: normal([0, 3, 3, 2]), filter },
    tags: ['zeroSize'],
  },
]);
