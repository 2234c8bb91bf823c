import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import {
  broadcastPatterns,
  everyPair,
  fewBroadcasts,
  type Make,
} from '../case/broadcast-patterns.js';
import { named } from '../case/pattern.js';
import { booleans, integers } from '../case/source.js';
import { extremeIntegers } from '../case/unary-patterns.js';

// Few different numbers, so that equal ones meet.
const float32: Make = (shape) => integers(shape, -2, 2, 'float32');
const int32: Make = (shape) => integers(shape, -2, 2);
const uint8: Make = (shape) => integers(shape, 126, 130, 'uint8');
const special = [
  0,
  -0,
  NaN,
  Infinity,
  -Infinity,
  1,
  1.0000001,
  0.9999999,
  -1,
  3.4e38,
  -3.4e38,
  1e-30,
  -1e-30,
];

export const notEqual: readonly Case[] = nodeCases('notEqual', [
  ...broadcastPatterns(float32),
  ...named('int32', fewBroadcasts(int32)),
  ...named('uint8', fewBroadcasts(uint8), ['optional']),
  ...named('bool', fewBroadcasts(booleans), ['optional']),
  {
    name: 'every pair of special numbers',
    operands: everyPair('float32', special),
    tags: ['edge'],
  },
  {
    name: 'denormals',
    operands: everyPair('float32', [0, 1e-45, -1e-45, 1e-40]),
    tags: ['edge', 'optional'],
  },
  {
    name: 'int32, every pair at the ends',
    operands: everyPair('int32', [...extremeIntegers, 16777216, 16777217]),
    tags: ['edge'],
  },
  {
    name: 'uint8, every pair at the ends',
    operands: everyPair('uint8', [0, 1, 127, 128, 255]),
    tags: ['optional'],
  },
]);
