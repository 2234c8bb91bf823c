import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { declared, integers, normal, uniform, values } from '../case/source.js';
import { extremeIntegers } from '../case/unary-patterns.js';

const x = normal([2, 3, 4, 5]);
const ties = integers([3, 4, 8], 0, 2, 'float32');

export const argMin: readonly Case[] = nodeCases('argMin', [
  ...[0, 1, 2, 3, -1, -2, -4].flatMap((axis) =>
    [false, true].map((keepDims) => ({
      name: `axis ${axis}${keepDims ? ', kept' : ''}`,
      operands: { x },
      attributes: { axis, keepDims },
    })),
  ),
  ...[0, 1, 2].flatMap((axis) =>
    [false, true].map((selectLast) => ({
      name: `ties along axis ${axis}${selectLast ? ', the last' : ''}`,
      operands: { x: ties },
      attributes: { axis, selectLast },
    })),
  ),
  { name: 'axis by default', operands: { x: normal([3, 7]) } },
  { name: 'rank 1', operands: { x: normal([9]) }, attributes: { axis: 0 } },
  { name: 'one element', operands: { x: normal([3, 1]) }, attributes: { axis: 1 } },
  { name: 'a hundred classes', operands: { x: normal([2, 100]) } },
  { name: 'all equal', operands: { x: values('float32', [2, 5], [3]) } },
  {
    name: 'all equal, the last',
    operands: { x: values('float32', [2, 5], [3]) },
    attributes: { selectLast: true },
  },
  {
    name: 'zeros of both signs',
    operands: { x: values('float32', [2, 4], [-0, 0, -0, 0, 0, -0, 0, -0]) },
    tags: ['edge'],
  },
  {
    name: 'NaN',
    operands: {
      x: values(
        'float32',
        [4, 4],
        [1, NaN, 3, 2, NaN, -Infinity, 1, NaN, 5, 4, 3, NaN, NaN, NaN, NaN, NaN],
      ),
    },
    tags: ['edge'],
  },
  {
    name: 'NaN, the last',
    operands: {
      x: values('float32', [3, 4], [1, NaN, 3, 2, NaN, -Infinity, 1, NaN, NaN, 4, 3, 2]),
    },
    attributes: { selectLast: true },
    tags: ['edge'],
  },
  {
    name: 'infinities',
    operands: {
      x: values(
        'float32',
        [3, 3],
        [Infinity, Infinity, 1, -Infinity, -Infinity, -Infinity, -Infinity, 0, Infinity],
      ),
    },
    tags: ['edge'],
  },
  { name: 'int32', operands: { x: integers([3, 4, 5], -9, 9) }, attributes: { axis: 1 } },
  {
    name: 'int32 at the ends of the range',
    operands: { x: values('int32', [19], extremeIntegers) },
    tags: ['edge'],
  },
  { name: 'uint8', operands: { x: integers([3, 9], 0, 255, 'uint8') }, tags: ['optional'] },
  { name: 'no rows', operands: { x: uniform([0, 4], 0, 1) }, tags: ['zeroSize'] },
  { name: 'symbolic', operands: { x: declared(normal([3, 4]), ['batch', 4]) }, tags: ['symbolic'] },
]);
