import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { values } from '../case/source.js';
import { unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: 0,
  most: 50,
  touchy: [0, -0, 1, 4, 2, -1e-30, -1, 1e-38, 1e-45, 3.4e38, 0.25],
} as const;

export const sqrt: readonly Case[] = nodeCases('sqrt', [
  ...unaryPatterns(reach),
  {
    name: 'sign of zero',
    operands: { x: values('float32', [4], [0, -0, 1, 4]) },
    signedZero: true,
    tags: ['edge'],
  },
]);
