import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -1.4,
  most: 1.4,
  touchy: [0, -0, 1e-7, 0.7853981633974483, 1.57, -1.57, Math.PI],
  anySize: false,
  tags: ['optional'],
} as const;

export const tan: readonly Case[] = nodeCases('tan', [...unaryPatterns(reach)]);
