import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { uniform } from '../case/source.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -4,
  most: 4,
  touchy: [1, 0.9999999, 1.0000001, 0, -0, -1],
  tags: ['optional'],
} as const;

export const thresholdedRelu: readonly Case[] = nodeCases('thresholdedRelu', [
  ...unaryPatterns(reach),
  {
    name: 'alpha 0.1',
    operands: { x: uniform([3, 4, 5], -4, 4) },
    attributes: { alpha: 0.1 },
    tags: ['optional'],
  },
  {
    name: 'alpha 0',
    operands: { x: uniform([3, 4, 5], -4, 4) },
    attributes: { alpha: 0 },
    tags: ['optional'],
  },
  {
    name: 'alpha -1.5',
    operands: { x: uniform([3, 4, 5], -4, 4) },
    attributes: { alpha: -1.5 },
    tags: ['optional'],
  },
]);
