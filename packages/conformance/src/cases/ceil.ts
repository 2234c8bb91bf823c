import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -9,
  most: 9,
  touchy: [
    0, -0, 0.5, -0.5, 1.0000001, -1e-30, 1e-30, 2.5, -2.5, 8388607.5, 16777216, -8388607.5, 1e30,
  ],
} as const;

export const ceil: readonly Case[] = nodeCases('ceil', [...unaryPatterns(reach)]);
