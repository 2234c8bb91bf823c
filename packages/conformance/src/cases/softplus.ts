import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -8,
  most: 8,
  touchy: [0, -0, -15, -17, -18, -20, -88, -104, 15, 17, 20, 40, 88, 89, 104, 400],
  tags: ['optional'],
} as const;

export const softplus: readonly Case[] = nodeCases('softplus', [...unaryPatterns(reach)]);
