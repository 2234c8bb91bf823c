import type { DType } from '@separable/core';
import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, counting, declared, edges, integers, values } from '../case/source.js';

const x = counting('float32', [4, 5, 6]);
const dtypes: readonly DType[] = ['float32', 'int32', 'uint8', 'bool'];

const refused = (name: string, index: number) => ({
  name,
  operands: { x, indices: values('int32', [3], [0, index, 1]) },
  rejects: 'execution' as const,
});

export const gather: readonly Case[] = nodeCases('gather', [
  ...[0, 1, 2, -1, -2, -3].flatMap((axis) => [
    { name: `axis ${axis}`, operands: { x, indices: integers([3], 0, 3) }, attributes: { axis } },
    {
      name: `axis ${axis}, a matrix of indices`,
      operands: { x, indices: integers([2, 3], 0, 3) },
      attributes: { axis },
    },
    {
      name: `axis ${axis}, one index`,
      operands: { x, indices: values('int32', [], [2]) },
      attributes: { axis },
    },
  ]),
  { name: 'axis by default', operands: { x, indices: integers([5], 0, 3) } },
  { name: 'negative indices', operands: { x, indices: values('int32', [5], [-1, -2, -4, 0, 3]) } },
  {
    name: 'negative indices, last axis',
    operands: { x, indices: values('int32', [3], [-1, -6, 5]) },
    attributes: { axis: -1 },
  },
  { name: 'an index again and again', operands: { x, indices: values('int32', [6], [2]) } },
  {
    name: 'of a vector',
    operands: { x: counting('float32', [9]), indices: integers([2, 2, 2], 0, 8) },
  },
  {
    name: 'one of a vector',
    operands: { x: counting('float32', [9]), indices: values('int32', [], [-1]) },
  },
  { name: 'constant indices', operands: { x, indices: constant(values('int32', [2], [3, 0])) } },
  {
    name: 'a constant table',
    operands: { x: constant(counting('float32', [7, 4])), indices: integers([2, 3], 0, 6) },
  },
  ...dtypes.map((dtype) => ({
    name: `every dtype: ${dtype}`,
    operands: { x: counting(dtype, [4, 3]), indices: integers([5], 0, 3) },
    tags: dtype === 'uint8' || dtype === 'bool' ? (['optional'] as const) : (['required'] as const),
  })),
  {
    name: 'edge numbers',
    operands: { x: edges([30]), indices: integers([40], 0, 29) },
    tags: ['edge'],
    signedZero: true,
  },
  { name: 'no indices', operands: { x, indices: integers([0], 0, 3) }, tags: ['zeroSize'] },
  {
    name: 'rows of nothing',
    operands: { x: counting('float32', [3, 0]), indices: integers([2], 0, 2) },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(x, ['n', 5, 6]), indices: declared(integers([2], 0, 3), ['k']) },
    tags: ['symbolic'],
  },
  refused('refuses an index past the end', 4),
  refused('refuses an index before the start', -5),
  refused('refuses a huge index', 2 ** 31 - 1),
]);
