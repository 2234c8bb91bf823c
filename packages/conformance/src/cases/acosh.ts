import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: 1,
  most: 9,
  touchy: [1, 1.0000001, 0.9999999, 0, 2, 10000000],
  tags: ['optional'],
} as const;

export const acosh: readonly Case[] = nodeCases('acosh', [...unaryPatterns(reach)]);
