import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -0.95,
  most: 0.95,
  touchy: [0, -0, 1, -1, 0.9999999, -0.9999999, 1.0000001, 1e-7, 2],
  tags: ['optional'],
} as const;

export const atanh: readonly Case[] = nodeCases('atanh', [...unaryPatterns(reach)]);
