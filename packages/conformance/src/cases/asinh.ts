import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -9,
  most: 9,
  touchy: [0, -0, 1e-7, 1, -1, 10000000, -10000000],
  tags: ['optional'],
} as const;

export const asinh: readonly Case[] = nodeCases('asinh', [...unaryPatterns(reach)]);
