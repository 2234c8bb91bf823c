import type { Case } from '../case/case.js';
import { symbolicMap } from '../case/convolution-cases.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, edges, normal, strewn } from '../case/source.js';

const filter = constant(normal([3, 5]));

export const pointwiseConv2d: readonly Case[] = nodeCases('pointwiseConv2d', [
  ...[1, 2, 3, 4, 5, 8, 12, 17].flatMap((channels) =>
    [1, 3, 4, 6, 8, 9, 16, 23].map((outputs) => ({
      name: `${channels} to ${outputs} channels`,
      operands: {
        x: normal([1, 3, 3, channels]),
        filter: constant(normal([channels, outputs])),
        ...(outputs % 2 === 0 ? { bias: constant(normal([outputs])) } : {}),
      },
      attributes: { activation: channels % 2 === 0 ? 'relu6' : null } as const,
    })),
  ),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((pixels) => ({
    name: `${pixels} pixels in a batch of 2`,
    operands: { x: normal([2, 1, pixels, 3]), filter },
  })),
  {
    name: 'symbolic',
    operands: { x: symbolicMap(normal([2, 3, 4, 3])), filter },
    tags: ['symbolic'],
  },
  {
    name: 'filter as input',
    operands: { x: normal([1, 3, 4, 3]), filter: normal([3, 5]), bias: normal([5]) },
    tags: ['dynamicWeights'],
  },
  {
    name: 'NaN and infinities',
    operands: { x: strewn([1, 4, 4, 3], [NaN, Infinity, -Infinity], 7), filter },
    tags: ['edge'],
  },
  {
    name: 'edge numbers',
    operands: { x: edges([1, 5, 6, 1]), filter: constant(normal([1, 2])) },
    attributes: { activation: 'relu' },
    tags: ['edge'],
  },
  { name: 'no pixels', operands: { x: normal([1, 0, 4, 3]), filter }, tags: ['zeroSize'] },
]);
