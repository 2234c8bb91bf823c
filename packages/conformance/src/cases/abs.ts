import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { values } from '../case/source.js';
import { integerPatterns, unaryPatterns } from '../case/unary-patterns.js';

const reach = {
  least: -9,
  most: 9,
  touchy: [0, -0, -1e-45, -3.4e38],
} as const;

export const abs: readonly Case[] = nodeCases('abs', [
  ...unaryPatterns(reach),
  ...integerPatterns('int32'),
  ...integerPatterns('uint8'),
  {
    name: 'sign of zero',
    operands: { x: values('float32', [4], [0, -0, 1, -1]) },
    signedZero: true,
    tags: ['edge'],
  },
]);
