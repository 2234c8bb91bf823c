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

export const celu: readonly Case[] = nodeCases('celu', [
  ...unaryPatterns(reach),
  {
    name: 'alpha 0.5',
    operands: { x: uniform([3, 4, 5], -5, 5) },
    attributes: { alpha: 0.5 },
    tags: ['optional'],
  },
  {
    name: 'alpha 2.5',
    operands: { x: uniform([3, 4, 5], -5, 5) },
    attributes: { alpha: 2.5 },
    tags: ['optional'],
  },
]);
