import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -5,
  most: 5,
  touchy: [-3, 3, -2.9999998, 2.9999998, -3.0000002, 3.0000002, 0, -0, 1e30, -1e30],
} as const;

export const hardSwish: readonly Case[] = nodeCases('hardSwish', [...unaryPatterns(reach)]);
