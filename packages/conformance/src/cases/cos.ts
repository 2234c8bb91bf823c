import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -6.3,
  most: 6.3,
  touchy: [0, -0, 1e-7, 3.141592653589793, 1.5707963267948966, -3.141592653589793, 1.0471975511965976, 3, 100, -100],
  anySize: false,
} as const;

export const cos: readonly Case[] = nodeCases('cos', [
  ...unaryPatterns(reach),
]);
