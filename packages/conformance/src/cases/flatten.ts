import type { Case } from '../case/case.js';
import { inEveryDType } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { counting, declared, normal } from '../case/source.js';

export const flatten: readonly Case[] = nodeCases('flatten', [
  ...inEveryDType([2, 3, 2], { axis: 1 }),
  ...[0, 1, 2, 3, 4, -1, -2, -4].map((axis) => ({
    name: `axis ${axis}`,
    operands: { x: counting('float32', [2, 3, 4, 5]) },
    attributes: { axis },
  })),
  { name: 'axis by default', operands: { x: counting('float32', [2, 7, 7, 3]) } },
  { name: 'rank 1', operands: { x: normal([6]) }, attributes: { axis: 0 } },
  { name: 'rank 1, all rows', operands: { x: normal([6]) }, attributes: { axis: 1 } },
  { name: 'of no elements', operands: { x: normal([0, 3, 2]) }, tags: ['zeroSize'] },
  {
    name: 'symbolic',
    operands: { x: declared(normal([2, 3, 4]), ['batch', 3, 4]) },
    tags: ['symbolic'],
  },
]);
