import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -4,
  most: 4,
  tags: ['optional'],
} as const;

export const isNaN: readonly Case[] = nodeCases('isNaN', [...unaryPatterns(reach)]);
