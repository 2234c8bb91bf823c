import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -8,
  most: 8,
  touchy: [0, -0, 0.000001, 16, 17, 18, 40, 88, 89, 104, 400, -16, -40, -87, -88, -89, -104, -400],
} as const;

export const sigmoid: readonly Case[] = nodeCases('sigmoid', [...unaryPatterns(reach)]);
