import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -4,
  most: 4,
  touchy: [0, -0, 1e-7, -1e-7, 0.000244, 8, 9, 9.5, 10, 20, 88, 104, -8, -9, -20, -88, -104],
} as const;

export const tanh: readonly Case[] = nodeCases('tanh', [...unaryPatterns(reach)]);
