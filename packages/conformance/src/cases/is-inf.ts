import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -4,
  most: 4,
  touchy: [3.4028234663852886e38, -3.4028234663852886e38],
  tags: ['optional'],
} as const;

export const isInf: readonly Case[] = nodeCases('isInf', [...unaryPatterns(reach)]);
