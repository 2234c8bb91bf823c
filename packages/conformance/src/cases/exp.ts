import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -10,
  most: 10,
  touchy: [0, -0, 1e-7, 1, -1, 88, 88.7, 88.8, 89, 104, -87, -88, -103, -104, -105, 700],
} as const;

export const exp: readonly Case[] = nodeCases('exp', [...unaryPatterns(reach)]);
