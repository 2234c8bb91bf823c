import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { poolPatterns } from '../case/pool-patterns.js';
import { values } from '../case/source.js';

export const maxPool2d: readonly Case[] = nodeCases('maxPool2d', [
  ...poolPatterns(),
  {
    name: 'nothing but −Infinity',
    operands: { x: values('float32', [1, 3, 3, 1], [-Infinity]) },
    attributes: { kernel: 3, padding: 'same' },
    tags: ['edge'],
  },
]);
