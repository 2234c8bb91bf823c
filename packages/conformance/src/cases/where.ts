import type { Case } from '../case/case.js';
import { broadcastPatterns } from '../case/broadcast-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { booleans, constant, declared, edges, integers, normal, values } from '../case/source.js';

export const where: readonly Case[] = nodeCases('where', [
  ...broadcastPatterns((shape) => normal(shape)).map(({ operands, ...pattern }) => ({
    ...pattern,
    name: `condition of rank 1, ${pattern.name}`,
    operands: { condition: booleans([1]), ...operands },
  })),
  {
    name: 'same shape',
    operands: { condition: booleans([2, 3, 4]), a: normal([2, 3, 4]), b: normal([2, 3, 4]) },
  },
  {
    name: 'two scalars',
    operands: { condition: booleans([2, 3, 4]), a: normal([]), b: normal([]) },
  },
  {
    name: 'a scalar condition',
    operands: { condition: booleans([]), a: normal([2, 3]), b: normal([3]) },
  },
  {
    name: 'all three stretch',
    operands: { condition: booleans([2, 1, 1]), a: normal([1, 3, 1]), b: normal([4]) },
  },
  {
    name: 'a mask of pixels',
    operands: { condition: booleans([2, 3, 4, 1]), a: normal([2, 3, 4, 5]), b: normal([5]) },
  },
  {
    name: 'constant condition',
    operands: { condition: constant(booleans([5])), a: normal([2, 5]), b: normal([2, 5]) },
  },
  {
    name: 'int32',
    operands: { condition: booleans([2, 5]), a: integers([5], -9, 9), b: integers([2, 1], -9, 9) },
  },
  {
    name: 'uint8',
    operands: {
      condition: booleans([2, 5]),
      a: integers([5], 0, 255, 'uint8'),
      b: integers([2, 1], 0, 255, 'uint8'),
    },
    tags: ['optional'],
  },
  {
    name: 'bool',
    operands: { condition: booleans([2, 5]), a: booleans([5]), b: booleans([2, 1]) },
    tags: ['optional'],
  },
  {
    name: 'NaN not chosen',
    operands: {
      condition: values('bool', [4], [1, 0]),
      a: values('float32', [4], [1, NaN]),
      b: values('float32', [4], [NaN, 2]),
    },
    tags: ['edge'],
  },
  {
    name: 'sign of zero',
    operands: {
      condition: values('bool', [4], [1, 0]),
      a: values('float32', [4], [-0, 0]),
      b: values('float32', [4], [0, -0]),
    },
    signedZero: true,
    tags: ['edge'],
  },
  {
    name: 'edge numbers',
    operands: { condition: booleans([30]), a: edges([30]), b: normal([30]) },
    tags: ['edge'],
  },
  {
    name: 'nothing',
    operands: { condition: booleans([0, 1]), a: normal([3]), b: normal([]) },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic condition',
    operands: {
      condition: declared(booleans([3, 1]), ['n', 1]),
      a: declared(normal([3, 4]), ['n', 'm']),
      b: normal([]),
    },
    tags: ['symbolic'],
  },
]);
