import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { declared, normal, strewn, uniform, values } from '../case/source.js';

export const globalMaxPool2d: readonly Case[] = nodeCases('globalMaxPool2d', [
  { name: 'map', operands: { x: normal([2, 7, 7, 9]) } },
  { name: 'axes left out', operands: { x: normal([2, 7, 7, 9]) }, attributes: { keepDims: false } },
  { name: 'not square', operands: { x: normal([1, 3, 11, 4]) } },
  { name: 'one pixel', operands: { x: normal([3, 1, 1, 4]) } },
  { name: 'one channel', operands: { x: normal([2, 5, 4, 1]) } },
  { name: 'all negative', operands: { x: uniform([2, 3, 3, 2], -2, -1) } },
  { name: 'many pixels', operands: { x: normal([1, 20, 20, 2]) } },
  { name: 'NaN', operands: { x: strewn([2, 2, 3, 3], [NaN], 18) }, tags: ['edge'] },
  {
    name: 'infinities',
    operands: {
      x: values(
        'float32',
        [1, 2, 1, 4],
        [Infinity, 1, -Infinity, Infinity, 1, -Infinity, -Infinity, -Infinity],
      ),
    },
    tags: ['edge'],
  },
  { name: 'no pixels', operands: { x: normal([2, 0, 3, 4]) }, tags: ['zeroSize'] },
  { name: 'no images', operands: { x: normal([0, 3, 3, 4]) }, tags: ['zeroSize'] },
  {
    name: 'symbolic',
    operands: { x: declared(normal([2, 3, 4, 5]), ['batch', 'H', 'W', 5]) },
    tags: ['symbolic'],
  },
  {
    name: 'symbolic, axes left out',
    operands: { x: declared(normal([2, 3, 4, 5]), ['batch', 'H', 'W', 5]) },
    attributes: { keepDims: false },
    tags: ['symbolic'],
  },
]);
