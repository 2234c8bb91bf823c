import type { Case } from '../case/case.js';
import { inEveryDType } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { counting, declared, edges, normal } from '../case/source.js';

const x = counting('float32', [2, 4, 6, 8]);

export const split: readonly Case[] = nodeCases('split', [
  ...inEveryDType([2, 5], { axis: 1, sizes: [2, 3] }),
  { name: 'axis 0', operands: { x }, attributes: { axis: 0, sizes: [1, 1] } },
  { name: 'axis 1', operands: { x }, attributes: { axis: 1, sizes: [3, 1] } },
  { name: 'axis 2', operands: { x }, attributes: { axis: 2, sizes: [1, 2, 3] } },
  { name: 'channels in half', operands: { x }, attributes: { axis: -1, sizes: [4, 4] } },
  { name: 'axis -3', operands: { x }, attributes: { axis: -3, sizes: [2, 2] } },
  { name: 'one piece', operands: { x }, attributes: { axis: 3, sizes: [8] } },
  {
    name: 'single elements',
    operands: { x: normal([5]) },
    attributes: { axis: 0, sizes: [1, 1, 1, 1, 1] },
  },
  {
    name: 'with an empty piece',
    operands: { x },
    attributes: { axis: 3, sizes: [3, 0, 5] },
    tags: ['zeroSize'],
  },
  {
    name: 'of nothing',
    operands: { x: normal([0, 4]) },
    attributes: { axis: 1, sizes: [1, 3] },
    tags: ['zeroSize'],
  },
  {
    name: 'edge numbers',
    operands: { x: edges([30]) },
    attributes: { axis: 0, sizes: [13, 17] },
    tags: ['edge'],
    signedZero: true,
  },
  {
    name: 'symbolic',
    operands: { x: declared(normal([3, 4]), ['batch', 4]) },
    attributes: { axis: 1, sizes: [1, 3] },
    tags: ['symbolic'],
  },
]);
