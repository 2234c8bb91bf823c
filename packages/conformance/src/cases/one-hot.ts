import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, integers, values } from '../case/source.js';

const tags = ['optional'] as const;
const indices = integers([2, 3], 0, 4);

export const oneHot: readonly Case[] = nodeCases('oneHot', [
  { name: 'plain', operands: { indices: integers([5], 0, 3) }, attributes: { depth: 4 }, tags },
  {
    name: 'scalar index',
    operands: { indices: values('int32', [], [2]) },
    attributes: { depth: 4 },
    tags,
  },
  ...[0, 1, 2, -1, -2, -3].map((axis) => ({
    name: `axis ${axis}`,
    operands: { indices },
    attributes: { depth: 5, axis },
    tags,
  })),
  { name: 'on and off', operands: { indices }, attributes: { depth: 5, on: 2.5, off: -0.1 }, tags },
  { name: 'off above on', operands: { indices }, attributes: { depth: 5, on: -1, off: 1 }, tags },
  ...(['int32', 'uint8', 'bool', 'float32'] as const).map((dtype) => ({
    name: `as ${dtype}`,
    operands: { indices },
    attributes: { depth: 5, on: 3, off: 0, dtype },
    tags,
  })),
  {
    name: 'negative indices',
    operands: { indices: values('int32', [5], [-1, -2, -5, 0, 4]) },
    attributes: { depth: 5 },
    tags,
  },
  {
    name: 'out of range is off',
    operands: { indices: values('int32', [6], [5, -6, 100, -100, 2 ** 31 - 1, -(2 ** 31)]) },
    attributes: { depth: 5, on: 9, off: 1 },
    tags: ['edge', 'optional'],
  },
  {
    name: 'depth 1',
    operands: { indices: values('int32', [3], [0, 1, -1]) },
    attributes: { depth: 1 },
    tags,
  },
  {
    name: 'constant indices',
    operands: { indices: constant(integers([4], 0, 2)) },
    attributes: { depth: 3 },
    tags,
  },
  {
    name: 'no indices',
    operands: { indices: integers([0], 0, 2) },
    attributes: { depth: 3 },
    tags: ['zeroSize', 'optional'],
  },
  {
    name: 'rank 3',
    operands: { indices: integers([2, 2, 2], 0, 2) },
    attributes: { depth: 3, axis: 1 },
    tags,
  },
  {
    name: 'symbolic',
    operands: { indices: declared(integers([3], 0, 2), ['n']) },
    attributes: { depth: 3 },
    tags: ['symbolic', 'optional'],
  },
]);
