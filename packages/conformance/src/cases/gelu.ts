import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { having, named } from '../case/pattern.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -6,
  most: 6,
  touchy: [0, -0, 0.000001, -0.7517916, 3, 5, 6, 9, 13, -3, -5, -5.5, -6, -9, -13, -40, 40],
} as const;

export const gelu: readonly Case[] = nodeCases('gelu', [
  ...unaryPatterns(reach),
  ...having({ approximate: 'tanh' }, named('tanh', unaryPatterns(reach))),
]);
