import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, normal, uniform, values } from '../case/source.js';

export const logSoftmax: readonly Case[] = nodeCases('logSoftmax', [
  ...[0, 1, 2, 3, -1, -2, -3, -4].map((axis) => ({
    name: `axis ${axis}`,
    operands: { x: normal([2, 3, 4, 5], 2) },
    attributes: { axis },
  })),
  { name: 'axis by default', operands: { x: normal([3, 10], 3) } },
  { name: 'rank 1', operands: { x: normal([7]) } },
  { name: 'one class', operands: { x: normal([4, 1]) } },
  { name: 'a thousand classes', operands: { x: normal([1, 1000], 3) } },
  { name: 'all equal', operands: { x: values('float32', [2, 6], [-2.5]) } },
  { name: 'constant operand', operands: { x: constant(normal([2, 4])) } },
  { name: 'wide', operands: { x: uniform([4, 9], -40, 40) } },
  { name: 'large numbers', operands: { x: uniform([4, 9], 990, 1000) }, tags: ['edge'] },
  { name: 'large negative numbers', operands: { x: uniform([4, 9], -1000, -990) }, tags: ['edge'] },
  {
    name: 'very large numbers',
    operands: { x: values('float32', [2, 3], [1e30, -1e30, 0, 3e38, 3e38, -3e38]) },
    tags: ['edge'],
  },
  {
    name: 'some −Infinity, as attention masks have',
    operands: {
      x: values(
        'float32',
        [3, 4],
        [1, -Infinity, 2, 3, -Infinity, 0, -Infinity, -Infinity, 1, 2, 3, -Infinity],
      ),
    },
    tags: ['edge'],
  },
  {
    name: 'nothing but −Infinity',
    operands: { x: values('float32', [2, 3], [-Infinity]) },
    tags: ['edge'],
  },
  {
    name: 'Infinity',
    operands: { x: values('float32', [2, 3], [1, Infinity, 2, Infinity, Infinity, -Infinity]) },
    tags: ['edge'],
  },
  { name: 'NaN', operands: { x: values('float32', [2, 3], [1, NaN, 2, 1, 2, 3]) }, tags: ['edge'] },
  {
    name: 'NaN, axis 0',
    operands: { x: values('float32', [3, 2], [1, NaN, 2, 1, 2, 3]) },
    attributes: { axis: 0 },
    tags: ['edge'],
  },
  { name: 'no rows', operands: { x: normal([0, 4]) }, tags: ['zeroSize'] },
  { name: 'no classes', operands: { x: normal([4, 0]) }, tags: ['zeroSize'] },
  {
    name: 'symbolic',
    operands: { x: declared(normal([2, 3, 4]), ['batch', 'T', 4]) },
    attributes: { axis: 1 },
    tags: ['symbolic'],
  },
]);
