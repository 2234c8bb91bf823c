import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { uniform } from '../case/source.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -5,
  most: 5,
  touchy: [0, -0, -1e-7, -20, -88, -104, 1e-7],
  tags: ['optional'],
} as const;

export const selu: readonly Case[] = nodeCases('selu', [
  ...unaryPatterns(reach),
  {
    name: 'alpha 1, gamma 2',
    operands: { x: uniform([3, 4, 5], -5, 5) },
    attributes: { alpha: 1, gamma: 2 },
    tags: ['optional'],
  },
]);
