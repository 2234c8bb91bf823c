import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -6.3,
  most: 6.3,
  touchy: [0, -0, 1e-7, Math.PI, Math.PI / 2, -Math.PI, Math.PI / 6, 3, 100, -100],
  anySize: false,
} as const;

export const sin: readonly Case[] = nodeCases('sin', [...unaryPatterns(reach)]);
