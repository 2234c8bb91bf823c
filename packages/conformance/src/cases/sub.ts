import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import {
  broadcastPatterns,
  everyPair,
  fewBroadcasts,
  type Make,
} from '../case/broadcast-patterns.js';
import { named } from '../case/pattern.js';
import { integers, normal, uniform, values } from '../case/source.js';
import { extremeIntegers } from '../case/unary-patterns.js';

const first: Make = (shape) => uniform(shape, -9, 9);
const second: Make = (shape) => uniform(shape, -9, 9);
const int32: Make = (shape) => integers(shape, -99, 99);
const uint8: Make = (shape) => integers(shape, 0, 255, 'uint8');
const special = [
  0,
  -0,
  NaN,
  Infinity,
  -Infinity,
  1,
  -1,
  2.5,
  1e-38,
  1e-45,
  -1e-45,
  1e20,
  -1e20,
  3.4e38,
  -3.4e38,
];

export const sub: readonly Case[] = nodeCases('sub', [
  ...broadcastPatterns(first, second),
  ...named('int32', fewBroadcasts(int32)),
  ...named('uint8', fewBroadcasts(uint8), ['optional']),
  {
    name: 'every pair of special numbers',
    operands: everyPair('float32', special),
    tags: ['edge'],
  },
  {
    name: 'int32, every pair at the ends',
    operands: everyPair('int32', extremeIntegers),
    tags: ['edge'],
  },
  {
    name: 'uint8, every pair at the ends',
    operands: everyPair('uint8', [0, 1, 2, 3, 127, 128, 200, 254, 255]),
    tags: ['edge', 'optional'],
  },
  { name: 'magnitudes far apart', operands: { a: normal([2, 9], 1e6), b: normal([2, 9], 1e-3) } },
  {
    name: 'cancelling',
    operands: {
      a: values('float32', [4], [1.0000001, 16777216, -3.3333333, 0.1]),
      b: values('float32', [4], [1, 16777215, -3.3333335, 0.3]),
    },
  },
]);
