import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -4,
  most: 4,
  touchy: [0, -0, 1e-7, 1, -1, 20, 80, 88, -80, 95, -95],
  tags: ['optional'],
} as const;

export const cosh: readonly Case[] = nodeCases('cosh', [...unaryPatterns(reach)]);
