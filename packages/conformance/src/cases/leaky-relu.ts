import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { uniform } from '../case/source.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -5,
  most: 5,
  touchy: [0, -0, -1e-30, -3.4e38],
} as const;

export const leakyRelu: readonly Case[] = nodeCases('leakyRelu', [
  ...unaryPatterns(reach),
  { name: 'alpha 0.1', operands: { x: uniform([3, 4, 5], -5, 5) }, attributes: { alpha: 0.1 } },
  { name: 'alpha 0.3', operands: { x: uniform([3, 4, 5], -5, 5) }, attributes: { alpha: 0.3 } },
  { name: 'alpha 1', operands: { x: uniform([3, 4, 5], -5, 5) }, attributes: { alpha: 1 } },
  { name: 'alpha -0.5', operands: { x: uniform([3, 4, 5], -5, 5) }, attributes: { alpha: -0.5 } },
]);
