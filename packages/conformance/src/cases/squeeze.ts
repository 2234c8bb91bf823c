import type { Case } from '../case/case.js';
import { inEveryDType } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { counting, declared, normal } from '../case/source.js';

const x = counting('float32', [1, 3, 1, 4, 1]);

export const squeeze: readonly Case[] = nodeCases('squeeze', [
  ...inEveryDType([1, 3, 1, 2], { axes: [0] }),
  { name: 'all of them', operands: { x } },
  { name: 'the first', operands: { x }, attributes: { axes: [0] } },
  { name: 'the last', operands: { x }, attributes: { axes: [-1] } },
  { name: 'two', operands: { x }, attributes: { axes: [2, 4] } },
  { name: 'in any order', operands: { x }, attributes: { axes: [4, 0] } },
  { name: 'from the end', operands: { x }, attributes: { axes: [-3, -5] } },
  { name: 'none', operands: { x }, attributes: { axes: [] } },
  { name: 'to a scalar', operands: { x: normal([1, 1]) } },
  { name: 'nothing to leave out', operands: { x: normal([2, 3]) } },
  {
    name: 'of no elements',
    operands: { x: normal([1, 0, 1]) },
    attributes: { axes: [0] },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(counting('float32', [2, 1, 1, 4]), ['batch', 1, 1, 4]) },
    attributes: { axes: [1, 2] },
    tags: ['symbolic'],
  },
]);
