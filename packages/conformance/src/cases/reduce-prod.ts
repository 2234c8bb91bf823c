import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { integerReductions, reductionPatterns } from '../case/reduction-patterns.js';
import { integers, normal, uniform, values } from '../case/source.js';
import { extremeIntegers } from '../case/unary-patterns.js';

export const reduceProd: readonly Case[] = nodeCases('reduceProd', [
  ...reductionPatterns(0.5, 1.6, ['optional']),
  ...integerReductions(-3, 3, ['optional']),
  {
    name: 'int32 at the ends of the range',
    operands: { x: values('int32', [3, extremeIntegers.length], extremeIntegers) },
    attributes: { axes: [1] },
    tags: ['edge', 'optional'],
  },
  {
    name: 'int32 of nothing',
    operands: { x: integers([2, 0], 0, 1) },
    attributes: { axes: [1] },
    tags: ['zeroSize', 'optional'],
  },
  {
    name: 'of nothing',
    operands: { x: uniform([2, 0, 3], 0, 1) },
    attributes: { axes: [1] },
    tags: ['zeroSize', 'optional'],
  },
  {
    name: 'NaN in a row',
    operands: { x: values('float32', [4, 3], [1, NaN, 2, NaN, 1, 2, 1, 2, NaN, 1, 2, 3]) },
    attributes: { axes: [1] },
    tags: ['edge', 'optional'],
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
    tags: ['edge', 'optional'],
  },
  {
    name: 'zeros',
    operands: { x: values('float32', [2, 4], [0, -0, 0, 0]) },
    attributes: { axes: [1] },
    tags: ['edge', 'optional'],
  },
  {
    name: 'large numbers',
    operands: { x: normal([3, 7], 1e4) },
    attributes: { axes: [1] },
    tags: ['edge', 'optional'],
  },
  {
    name: 'small numbers',
    operands: { x: normal([3, 7], 1e-4) },
    attributes: { axes: [1] },
    tags: ['edge', 'optional'],
  },
]);
