import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { uniform } from '../case/source.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -4,
  most: 4,
  touchy: [-2.5, 2.5, -2.4999998, 2.4999998, -2.5000002, 2.5000002, 0, 1e30, -1e30],
} as const;

export const hardSigmoid: readonly Case[] = nodeCases('hardSigmoid', [
  ...unaryPatterns(reach),
  {
    name: 'alpha 1/6, beta 0.5',
    operands: { x: uniform([3, 4, 5], -4, 4) },
    attributes: { alpha: 1 / 6, beta: 0.5 },
  },
  {
    name: 'alpha 0.5, beta 0.3',
    operands: { x: uniform([3, 4, 5], -4, 4) },
    attributes: { alpha: 0.5, beta: 0.3 },
  },
]);
