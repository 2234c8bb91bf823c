import type { Case } from '../case/case.js';
import {
  broadcastPatterns,
  everyPair,
  fewBroadcasts,
  type Make,
} from '../case/broadcast-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { named } from '../case/pattern.js';
import { constant, integers, uniform, values } from '../case/source.js';

const base: Make = (shape) => uniform(shape, 0.1, 4);
const exponent: Make = (shape) => uniform(shape, -3, 3);
const special = [0, -0, NaN, Infinity, -Infinity, 1, -1, 2, -2, 0.5, -0.5, 3, 1e20, -1e20, 1e-20];

/** A power that networks write out: squares, roots, cubes. */
const usual = [0, 1, 2, 3, 4, 0.5, -0.5, -1, -2, 0.75].map((power) => ({
  name: `to the power of ${power}`,
  operands: {
    a: power % 1 === 0 ? uniform([2, 3, 4], -3, 3) : uniform([2, 3, 4], 0.01, 3),
    b: constant(values('float32', [], [power])),
  },
}));

export const pow: readonly Case[] = nodeCases('pow', [
  ...broadcastPatterns(base, exponent),
  ...usual,
  ...named(
    'int32',
    fewBroadcasts(
      (shape) => integers(shape, -5, 5),
      (shape) => integers(shape, 0, 6),
    ),
    ['optional'],
  ),
  {
    name: 'every pair of special numbers',
    operands: everyPair('float32', special),
    tags: ['edge'],
  },
  {
    name: 'negative bases',
    operands: everyPair('float32', [-1, -2, -0.5, -3], [0, 1, 2, 3, -1, -2, -3, 0.5, 1.5]),
    tags: ['edge'],
  },
  {
    name: 'overflow and underflow',
    operands: everyPair(
      'float32',
      [10, 0.1, 2, 0.5, 1e20],
      [37, 38, 39, 40, 127, 128, 150, -37, -39, -150],
    ),
    tags: ['edge'],
  },
  {
    name: 'int32, wrapping',
    operands: everyPair(
      'int32',
      [2, -2, 3, 7, 10, 1000, 65536, -1],
      [0, 1, 2, 3, 10, 30, 31, 32, 33, 63],
    ),
    tags: ['edge', 'optional'],
  },
  {
    name: 'int32, negative exponents',
    operands: everyPair('int32', [0, 1, -1, 2, -2, 10], [-1, -2, -3]),
    tags: ['edge', 'optional'],
  },
]);
