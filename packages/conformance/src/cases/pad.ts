import type { Case } from '../case/case.js';
import { inEveryDType, unharmed } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, counting, declared, normal, values } from '../case/source.js';

const modes = ['constant', 'edge', 'reflect'] as const;
const x = counting('float32', [2, 3, 4, 2]);
const few = { before: [0, 1], after: [2, 1] };

export const pad: readonly Case[] = nodeCases('pad', [
  ...modes.flatMap((mode) => [
    {
      name: `rows and columns, ${mode}`,
      operands: { x },
      attributes: { before: [0, 1, 1, 0], after: [0, 1, 1, 0], mode },
    },
    {
      name: `unevenly, ${mode}`,
      operands: { x },
      attributes: { before: [0, 2, 0, 0], after: [0, 1, 3, 0], mode },
    },
    {
      name: `every axis, ${mode}`,
      operands: { x },
      attributes: { before: [1, 2, 3, 1], after: [1, 0, 2, 1], mode },
    },
    {
      name: `none, ${mode}`,
      operands: { x },
      attributes: { before: [0, 0, 0, 0], after: [0, 0, 0, 0], mode },
    },
    {
      name: `a vector, ${mode}`,
      operands: { x: counting('float32', [5]) },
      attributes: { before: [4], after: [4], mode },
    },
    {
      name: `symbolic, ${mode}`,
      operands: { x: declared(counting('float32', [3, 4]), ['n', 4]) },
      attributes: { before: [1, 0], after: [2, 1], mode },
      tags: ['symbolic'] as const,
    },
  ]),
  ...modes.flatMap((mode) =>
    inEveryDType([3, 4], { ...few, mode }).map((given) => ({
      ...given,
      name: `${given.name}, ${mode}`,
    })),
  ),
  ...unharmed({ before: [0, 0, 1], after: [0, 0, 1] }),
  {
    name: 'a value',
    operands: { x },
    attributes: { before: [0, 1, 0, 0], after: [0, 0, 1, 0], value: -2.5 },
  },
  {
    name: 'a value that float32 rounds',
    operands: { x: normal([3]) },
    attributes: { before: [1], after: [0], value: 0.1 },
  },
  {
    name: 'an infinite value',
    operands: { x: normal([2, 2]) },
    attributes: { ...few, value: -Infinity },
    tags: ['edge'],
  },
  {
    name: 'an int32 value',
    operands: { x: counting('int32', [2, 3]) },
    attributes: { ...few, value: -7 },
  },
  {
    name: 'a uint8 value',
    operands: { x: counting('uint8', [2, 3]) },
    attributes: { ...few, value: 200 },
    tags: ['optional'],
  },
  {
    name: 'a bool value',
    operands: { x: counting('bool', [2, 3]) },
    attributes: { ...few, value: 1 },
    tags: ['optional'],
  },
  { name: 'scalar', operands: { x: normal([]) }, attributes: { before: [], after: [] } },
  {
    name: 'one element, edge',
    operands: { x: values('float32', [1], [3]) },
    attributes: { before: [3], after: [2], mode: 'edge' },
  },
  {
    name: 'two elements, reflect',
    operands: { x: values('float32', [2], [3, 4]) },
    attributes: { before: [1], after: [1], mode: 'reflect' },
  },
  { name: 'constant operand', operands: { x: constant(normal([2, 2])) }, attributes: { ...few } },
  {
    name: 'of nothing',
    operands: { x: normal([0, 2]) },
    attributes: { before: [2, 1], after: [1, 0], value: 3 },
    tags: ['zeroSize'],
  },
]);
