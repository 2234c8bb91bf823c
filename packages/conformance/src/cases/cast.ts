import type { DType } from '@separable/core';
import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import {
  booleans,
  declared,
  edges,
  integers,
  type Source,
  uniform,
  values,
} from '../case/source.js';
import { extremeIntegers } from '../case/unary-patterns.js';

const dtypes: readonly DType[] = ['float32', 'int32', 'uint8', 'bool'];

const plain: Readonly<Record<DType, Source>> = {
  float32: uniform([2, 3, 5], -9, 300),
  int32: integers([2, 3, 5], -300, 600),
  uint8: integers([2, 3, 5], 0, 255, 'uint8'),
  bool: booleans([2, 3, 5]),
};

const ends: Readonly<Record<DType, Source>> = {
  float32: edges([30]),
  int32: values('int32', [extremeIntegers.length], extremeIntegers),
  uint8: values('uint8', [5], [0, 1, 127, 128, 255]),
  bool: booleans([0, 3]),
};

const everyPair = dtypes.flatMap((from) =>
  dtypes.flatMap((to) => [
    { name: `${from} to ${to}`, operands: { x: plain[from] }, attributes: { to } },
    {
      name: `${from} to ${to}, ends of the range`,
      operands: { x: ends[from] },
      attributes: { to },
      tags: ['edge'] as const,
    },
  ]),
);

export const cast: readonly Case[] = nodeCases('cast', [
  ...everyPair,
  {
    name: 'float32 to int32, around its ends',
    operands: {
      x: values(
        'float32',
        [8],
        [2147483520, 2147483648, -2147483648, -2147483904, 1e30, -1e30, 0.99, -0.99],
      ),
    },
    attributes: { to: 'int32' },
    tags: ['edge'],
  },
  {
    name: 'float32 to uint8, around its ends',
    operands: { x: values('float32', [9], [254.9, 255, 255.9, 256, -0.9, -1, -1e30, 1e30, 0.99]) },
    attributes: { to: 'uint8' },
    tags: ['edge'],
  },
  {
    name: 'int32 to float32, what it cannot hold',
    operands: {
      x: values(
        'int32',
        [8],
        [16777217, 16777219, -16777217, 33554434, 33554438, 2147483583, 2147483647, 1],
      ),
    },
    attributes: { to: 'float32' },
    tags: ['edge'],
  },
  {
    name: 'float32 to bool, small numbers',
    operands: { x: values('float32', [6], [0, -0, 1e-30, -1e-30, 0.4, NaN]) },
    attributes: { to: 'bool' },
    tags: ['edge'],
  },
  { name: 'scalar', operands: { x: uniform([], -9, 9) }, attributes: { to: 'int32' } },
  {
    name: 'symbolic',
    operands: { x: declared(integers([2, 3], -9, 9), ['batch', 3]) },
    attributes: { to: 'float32' },
    tags: ['symbolic'],
  },
]);
