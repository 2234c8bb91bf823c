import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -1,
  most: 1,
  touchy: [0, -0, 1, -1, 1.0000001, -1.0000001, 0.5, 1e-7, 2],
  tags: ['optional'],
} as const;

export const acos: readonly Case[] = nodeCases('acos', [...unaryPatterns(reach)]);
