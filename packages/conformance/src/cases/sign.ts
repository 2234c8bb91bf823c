import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { integerPatterns, unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -9,
  most: 9,
  touchy: [0, -0, 1e-45, -1e-45, 3.4e38],
  tags: ['optional'],
} as const;

export const sign: readonly Case[] = nodeCases('sign', [
  ...unaryPatterns(reach),
  ...integerPatterns('int32'),
  ...integerPatterns('uint8'),
]);
