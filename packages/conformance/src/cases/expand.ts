import type { Case } from '../case/case.js';
import { inEveryDType } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { counting, declared, edges, normal } from '../case/source.js';

const to = (from: readonly number[], shape: readonly number[]) => ({
  name: `[${from.join(', ')}] to [${shape.join(', ')}]`,
  operands: { x: counting('float32', from) },
  attributes: { shape },
});

export const expand: readonly Case[] = nodeCases('expand', [
  ...inEveryDType([3, 1], { shape: [3, 4] }),
  to([1], [5]),
  to([], [2, 3]),
  to([3], [2, 3]),
  to([3, 1], [2, 3, 4]),
  to([1, 3, 1, 5], [2, 3, 4, 5]),
  to([2, 1, 1, 4], [2, 3, 3, 4]),
  to([2, 3], [2, 3]),
  to([2, 3], [1, 3]),
  to([2, 3, 4], [1]),
  to([1, 1], [1, 1, 1]),
  { ...to([1, 3], [0, 3]), tags: ['zeroSize'] },
  {
    name: 'edge numbers',
    operands: { x: edges([30, 1]) },
    attributes: { shape: [30, 2] },
    tags: ['edge'],
    signedZero: true,
  },
  {
    name: 'symbolic',
    operands: { x: declared(normal([3, 1]), ['n', 1]) },
    attributes: { shape: ['n', 4] },
    tags: ['symbolic'],
  },
]);
