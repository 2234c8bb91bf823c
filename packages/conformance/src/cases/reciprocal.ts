import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: 0.1,
  most: 9,
  touchy: [0, -0, 1, -1, 3, -3, 1e-38, 3.4e38, 1e30, -1e30, 0.1],
} as const;

export const reciprocal: readonly Case[] = nodeCases('reciprocal', [...unaryPatterns(reach)]);
