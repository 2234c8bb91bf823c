import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -9,
  most: 9,
  touchy: [
    0, -0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 3.5, 0.49999997, 0.50000006, -0.49999997, 8388606.5,
    8388607.5, 8388609, 4194304.5, 1e30,
  ],
} as const;

export const round: readonly Case[] = nodeCases('round', [...unaryPatterns(reach)]);
