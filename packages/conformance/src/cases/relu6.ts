import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { integerPatterns, unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -9,
  most: 9,
  touchy: [0, -0, 6, 5.9999995, 6.0000005, -1e-30, 1e30],
} as const;

export const relu6: readonly Case[] = nodeCases('relu6', [
  ...unaryPatterns(reach),
  ...integerPatterns('int32'),
  ...integerPatterns('uint8'),
]);
