import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -3,
  most: 3,
  touchy: [0, -0, 1e-7, 0.5, 1, 2, 3, 4, 5, 6, 10, -2, -4, -6, -10, 1e-30],
} as const;

export const erf: readonly Case[] = nodeCases('erf', [...unaryPatterns(reach)]);
