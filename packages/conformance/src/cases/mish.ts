import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -8,
  most: 8,
  touchy: [0, -0, -1.1924, 20, 88, 89, 104, -17, -18, -20, -40, -88, -104, 400, -400],
  tags: ['optional'],
} as const;

export const mish: readonly Case[] = nodeCases('mish', [...unaryPatterns(reach)]);
