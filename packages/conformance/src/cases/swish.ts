import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { uniform } from '../case/source.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -8,
  most: 8,
  touchy: [0, -0, -1.2784645, 20, 88, 89, 104, -20, -87, -88, -89, -104, -400, 400],
} as const;

export const swish: readonly Case[] = nodeCases('swish', [
  ...unaryPatterns(reach),
  { name: 'beta 1.702', operands: { x: uniform([3, 4, 5], -8, 8) }, attributes: { beta: 1.702 } },
  { name: 'beta 0.5', operands: { x: uniform([3, 4, 5], -8, 8) }, attributes: { beta: 0.5 } },
  { name: 'beta -1', operands: { x: uniform([3, 4, 5], -8, 8) }, attributes: { beta: -1 } },
]);
