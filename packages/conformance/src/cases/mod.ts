import type { Case } from '../case/case.js';
import {
  broadcastPatterns,
  everyPair,
  fewBroadcasts,
  type Make,
} from '../case/broadcast-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { having, named } from '../case/pattern.js';
import { integers, uniform } from '../case/source.js';
import { extremeIntegers } from '../case/unary-patterns.js';

const dividend: Make = (shape) => uniform(shape, -20, 20);
const divisor: Make = (shape) => uniform(shape, 0.7, 6);
const int32: Make = (shape) => integers(shape, -20, 20);
const positive: Make = (shape) => integers(shape, 1, 7);
const special = [0, -0, NaN, Infinity, -Infinity, 1, -1, 2.5, -2.5, 0.3, 7, -7, 1e20];
const few = [5.5, -5.5, 5, -5, 3, -3, 0.5, -0.5];
const ofDividend = { sign: 'dividend' } as const;
const ofDivisor = { sign: 'divisor' } as const;

const optional = [
  ...broadcastPatterns(dividend, divisor),
  ...named('int32', fewBroadcasts(int32, positive)),
  ...named(
    'uint8',
    fewBroadcasts(
      (shape) => integers(shape, 0, 255, 'uint8'),
      (shape) => integers(shape, 1, 9, 'uint8'),
    ),
  ),
  { name: 'every pair of signs', operands: everyPair('float32', few) },
  {
    name: 'int32, every pair of signs',
    operands: everyPair('int32', [7, -7, 6, -6, 1, -1], [3, -3, 2, -2, 7, -7]),
  },
  {
    name: 'every pair of special numbers',
    operands: everyPair('float32', special),
    tags: ['edge'] as const,
  },
  {
    name: 'int32, every pair at the ends',
    operands: everyPair('int32', extremeIntegers),
    tags: ['edge'] as const,
  },
  {
    name: 'a large quotient',
    operands: everyPair('float32', [1e6, -1e6, 16777216, 1e10], [3, 0.1, 7.7]),
    tags: ['edge'] as const,
  },
];

export const mod: readonly Case[] = nodeCases('mod', [
  ...having(ofDivisor, named('', optional, ['optional'])),
  ...having(ofDividend, named('sign of the dividend', optional, ['optional'])),
]);
