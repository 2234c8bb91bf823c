import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -9,
  most: 9,
  touchy: [0, -0, 1, -1, 1e-7, 10000000, 1e30, -1e30],
  tags: ['optional'],
} as const;

export const atan: readonly Case[] = nodeCases('atan', [...unaryPatterns(reach)]);
