import type { Case } from '../case/case.js';
import { inEveryDType, unharmed } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, counting, declared, normal } from '../case/source.js';

const to = (from: readonly number[], shape: readonly number[]) => ({
  name: `[${from.join(', ')}] to [${shape.join(', ')}]`,
  operands: { x: counting('float32', from) },
  attributes: { shape },
});

export const reshape: readonly Case[] = nodeCases('reshape', [
  ...inEveryDType([2, 3, 4], { shape: [4, 6] }),
  ...unharmed({ shape: [3, 10] }),
  to([2, 3, 4], [24]),
  to([24], [2, 3, 4]),
  to([2, 3, 4], [2, -1]),
  to([2, 3, 4], [-1]),
  to([2, 3, 4], [-1, 3, 2, 2]),
  to([2, 3, 4], [2, 3, 4]),
  to([1, 1], []),
  to([], [1, 1, 1]),
  to([], [-1]),
  to([1, 7, 7, 3], [1, 147]),
  to([2, 3, 4, 5], [2, 3, 2, 2, 5]),
  { ...to([0, 3], [3, 0]), tags: ['zeroSize'] },
  { ...to([0, 3], [0, 5, 2]), tags: ['zeroSize'] },
  { ...to([2, 0], [-1, 4]), tags: ['zeroSize'] },
  {
    name: 'constant operand',
    operands: { x: constant(normal([2, 6])) },
    attributes: { shape: [3, 4] },
  },
  {
    name: 'symbolic, the batch kept',
    operands: { x: declared(counting('float32', [2, 3, 4]), ['batch', 3, 4]) },
    attributes: { shape: ['batch', 12] },
    tags: ['symbolic'],
  },
  {
    name: 'symbolic, inferred',
    operands: { x: declared(counting('float32', [2, 3, 4]), ['batch', 'H', 4]) },
    attributes: { shape: ['batch', -1] },
    tags: ['symbolic'],
  },
]);
