import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: 0.01,
  most: 50,
  touchy: [1, 0.9999999, 1.0000001, 0, -0, -1, 1e-38, 1e-45, 2, Math.E, 1e30, 3.4e38],
} as const;

export const log: readonly Case[] = nodeCases('log', [...unaryPatterns(reach)]);
