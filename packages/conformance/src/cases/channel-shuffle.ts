import type { Case } from '../case/case.js';
import { inEveryDType, unharmed } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { counting, declared, normal } from '../case/source.js';

export const channelShuffle: readonly Case[] = nodeCases('channelShuffle', [
  ...inEveryDType([2, 3, 6], { groups: 2 }),
  ...unharmed({ groups: 5 }),
  ...[1, 2, 3, 4, 6, 12].map((groups) => ({
    name: `${groups} groups of 12 channels`,
    operands: { x: counting('float32', [1, 2, 2, 12]) },
    attributes: { groups },
  })),
  { name: 'rank 1', operands: { x: counting('float32', [8]) }, attributes: { groups: 4 } },
  { name: 'rank 2', operands: { x: counting('float32', [3, 8]) }, attributes: { groups: 2 } },
  {
    name: 'rank 5',
    operands: { x: counting('float32', [1, 2, 2, 2, 6]) },
    attributes: { groups: 3 },
  },
  {
    name: 'no images',
    operands: { x: normal([0, 2, 2, 4]) },
    attributes: { groups: 2 },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(counting('float32', [2, 3, 2, 6]), ['batch', 'H', 'W', 6]) },
    attributes: { groups: 3 },
    tags: ['symbolic'],
  },
]);
