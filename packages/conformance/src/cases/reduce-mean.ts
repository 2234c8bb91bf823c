import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { reductionPatterns } from '../case/reduction-patterns.js';
import { normal, uniform, values } from '../case/source.js';

export const reduceMean: readonly Case[] = nodeCases('reduceMean', [
  ...reductionPatterns(-3, 3),
  {
    name: 'of nothing',
    operands: { x: uniform([2, 0, 3], 0, 1) },
    attributes: { axes: [1] },
    tags: ['zeroSize'],
  },
  {
    name: 'NaN in a row',
    operands: { x: values('float32', [4, 3], [1, NaN, 2, NaN, 1, 2, 1, 2, NaN, 1, 2, 3]) },
    attributes: { axes: [1] },
    tags: ['edge'],
  },
  {
    name: 'infinities in a row',
    operands: {
      x: values(
        'float32',
        [6, 3],
        [
          1,
          Infinity,
          2,
          1,
          -Infinity,
          2,
          Infinity,
          -Infinity,
          0,
          Infinity,
          Infinity,
          1,
          -Infinity,
          -Infinity,
          -Infinity,
          NaN,
          Infinity,
          0,
        ],
      ),
    },
    attributes: { axes: [1] },
    tags: ['edge'],
  },
  {
    name: 'zeros',
    operands: { x: values('float32', [2, 4], [0, -0, 0, 0]) },
    attributes: { axes: [1] },
    tags: ['edge'],
  },
  {
    name: 'large numbers',
    operands: { x: normal([3, 7], 1e15) },
    attributes: { axes: [1] },
    tags: ['edge'],
  },
  {
    name: 'small numbers',
    operands: { x: normal([3, 7], 1e-12) },
    attributes: { axes: [1] },
    tags: ['edge'],
  },
  {
    name: 'cancelling',
    operands: { x: values('float32', [2, 4], [1e6, 1, -1e6, 0.5, 3e7, 3, -3e7, 0.25]) },
    attributes: { axes: [1] },
  },
]);
