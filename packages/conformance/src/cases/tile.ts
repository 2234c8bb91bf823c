import type { Case } from '../case/case.js';
import { inEveryDType } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { counting, declared, edges, normal } from '../case/source.js';

const by = (shape: readonly number[], repeats: readonly number[]) => ({
  name: `[${shape.join(', ')}] by [${repeats.join(', ')}]`,
  operands: { x: counting('float32', shape) },
  attributes: { repeats },
  tags: ['optional'] as const,
});

export const tile: readonly Case[] = nodeCases('tile', [
  ...inEveryDType([2, 3], { repeats: [2, 2] }).map((given) => ({
    ...given,
    tags: ['optional'] as const,
  })),
  by([4], [3]),
  by([2, 3], [1, 2]),
  by([2, 3], [3, 1]),
  by([2, 3], [1, 1]),
  by([2, 3, 4], [2, 1, 3]),
  by([1, 2, 2, 3], [1, 2, 2, 1]),
  by([2, 1, 2, 1], [1, 3, 2, 2]),
  by([], []),
  { ...by([2, 3], [2, 0]), tags: ['zeroSize', 'optional'] },
  { ...by([0, 3], [2, 2]), tags: ['zeroSize', 'optional'] },
  {
    name: 'edge numbers',
    operands: { x: edges([30]) },
    attributes: { repeats: [2] },
    tags: ['edge', 'optional'],
    signedZero: true,
  },
  {
    name: 'symbolic',
    operands: { x: declared(normal([2, 3]), ['n', 3]) },
    attributes: { repeats: [2, 1] },
    tags: ['symbolic', 'optional'],
  },
]);
