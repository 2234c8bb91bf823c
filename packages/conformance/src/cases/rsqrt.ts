import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: 0.01,
  most: 50,
  touchy: [0, 1, 4, 2, -1, 1e-38, 3.4e38, 0.25],
} as const;

export const rsqrt: readonly Case[] = nodeCases('rsqrt', [...unaryPatterns(reach)]);
