import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { declared, integers, normal, values } from '../case/source.js';
import { extremeIntegers } from '../case/unary-patterns.js';

const tags = ['optional'] as const;
const edge = ['edge', 'optional'] as const;
const ways = [true, false].map((largest) => ({ largest, word: largest ? 'largest' : 'smallest' }));

export const topK: readonly Case[] = nodeCases(
  'topK',
  ways.flatMap(({ largest, word }) => [
    ...[1, 2, 5].map((k) => ({
      name: `${k} ${word}`,
      operands: { x: normal([3, 5]) },
      attributes: { k, largest },
      tags,
    })),
    ...[0, 1, 2, -2].map((axis) => ({
      name: `${word} along axis ${axis}`,
      operands: { x: normal([3, 4, 5]) },
      attributes: { k: 2, axis, largest },
      tags,
    })),
    {
      name: `${word} of ties`,
      operands: { x: integers([4, 9], 0, 2, 'float32') },
      attributes: { k: 6, largest },
      tags,
    },
    {
      name: `${word} of equals`,
      operands: { x: values('float32', [2, 4], [7]) },
      attributes: { k: 3, largest },
      tags,
    },
    {
      name: `5 ${word} of a hundred`,
      operands: { x: normal([100]) },
      attributes: { k: 5, largest },
      tags,
    },
    {
      name: `none of the ${word}`,
      operands: { x: normal([3, 5]) },
      attributes: { k: 0, largest },
      tags: ['zeroSize', 'optional'] as const,
    },
    {
      name: `${word} with NaN`,
      operands: {
        x: values(
          'float32',
          [3, 5],
          [1, NaN, 3, 2, NaN, NaN, NaN, NaN, NaN, NaN, 5, 1, NaN, Infinity, -Infinity],
        ),
      },
      attributes: { k: 4, largest },
      tags: edge,
    },
    {
      name: `${word} with infinities and zeros`,
      operands: {
        x: values(
          'float32',
          [2, 6],
          [0, Infinity, -0, -Infinity, 0, Infinity, -0, 0, -1, 1, -Infinity, -Infinity],
        ),
      },
      attributes: { k: 5, largest },
      tags: edge,
    },
    {
      name: `int32, ${word}`,
      operands: { x: integers([3, 7], -3, 3) },
      attributes: { k: 4, largest },
      tags,
    },
    {
      name: `int32 at the ends, ${word}`,
      operands: { x: values('int32', [19], extremeIntegers) },
      attributes: { k: 19, largest },
      tags: edge,
    },
    {
      name: `one of the ${word}, unsorted`,
      operands: { x: normal([3, 7]) },
      attributes: { k: 1, largest, sorted: false },
      tags,
    },
    {
      name: `symbolic, ${word}`,
      operands: { x: declared(normal([2, 6]), ['batch', 6]) },
      attributes: { k: 2, largest },
      tags: ['symbolic', 'optional'] as const,
    },
  ]),
);
