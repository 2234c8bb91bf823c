import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, normal, strewn } from '../case/source.js';

const filter = constant(normal([4, 6]));

export const dense: readonly Case[] = nodeCases('dense', [
  ...[1, 3, 4, 5, 8, 17].flatMap((channels) =>
    [1, 4, 7, 10].map((outputs) => ({
      name: `${channels} to ${outputs}`,
      operands: {
        x: normal([3, channels]),
        filter: constant(normal([channels, outputs])),
        ...(outputs === 7 ? {} : { bias: constant(normal([outputs])) }),
      },
      attributes: { activation: outputs === 4 ? 'relu' : null } as const,
    })),
  ),
  { name: 'vector', operands: { x: normal([4]), filter } },
  {
    name: 'rank 3',
    operands: { x: normal([2, 3, 4]), filter },
    attributes: { activation: 'tanh' },
  },
  {
    name: 'rank 4',
    operands: { x: normal([2, 1, 3, 4]), filter },
    attributes: { activation: 'sigmoid' },
  },
  {
    name: 'filter as input',
    operands: { x: normal([2, 4]), filter: normal([4, 6]) },
    tags: ['dynamicWeights'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(normal([3, 4]), ['batch', 4]), filter },
    tags: ['symbolic'],
  },
  { name: 'NaN', operands: { x: strewn([3, 4], [NaN, Infinity]), filter }, tags: ['edge'] },
  { name: 'empty batch', operands: { x: normal([0, 4]), filter }, tags: ['zeroSize'] },
]);
