import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { booleans, constant, counting, declared, edges, integers, normal } from '../case/source.js';

export const concat: readonly Case[] = nodeCases('concat', [
  ...[0, 1, 2, 3, -1, -2, -4].map((axis) => ({
    name: `axis ${axis}`,
    operands: { inputs: [2, 1, 3].map((extent) => normal([2, 3, 4, 5].with(axis, extent))) },
    attributes: { axis },
  })),
  {
    name: 'channels of two branches',
    operands: { inputs: [normal([1, 4, 4, 3]), normal([1, 4, 4, 5])] },
    attributes: { axis: 3 },
  },
  { name: 'one alone', operands: { inputs: [normal([2, 3])] }, attributes: { axis: 1 } },
  {
    name: 'many',
    operands: { inputs: Array.from({ length: 9 }, () => normal([2, 2])) },
    attributes: { axis: 0 },
  },
  { name: 'vectors', operands: { inputs: [normal([3]), normal([4])] }, attributes: { axis: 0 } },
  {
    name: 'constants among them',
    operands: { inputs: [normal([2, 3]), constant(normal([2, 2]))] },
    attributes: { axis: 1 },
  },
  {
    name: 'int32',
    operands: { inputs: [integers([2, 3], -9, 9), integers([2, 2], -9, 9)] },
    attributes: { axis: 1 },
  },
  {
    name: 'uint8',
    operands: { inputs: [integers([2, 3], 0, 255, 'uint8'), integers([1, 3], 0, 255, 'uint8')] },
    attributes: { axis: 0 },
    tags: ['optional'],
  },
  {
    name: 'bool',
    operands: { inputs: [booleans([2, 3]), booleans([2, 1])] },
    attributes: { axis: 1 },
    tags: ['optional'],
  },
  {
    name: 'edge numbers',
    operands: { inputs: [edges([30]), counting('float32', [3])] },
    attributes: { axis: 0 },
    tags: ['edge'],
    signedZero: true,
  },
  {
    name: 'with one of nothing',
    operands: { inputs: [normal([2, 3]), normal([2, 0]), normal([2, 1])] },
    attributes: { axis: 1 },
    tags: ['zeroSize'],
  },
  {
    name: 'of nothing alone',
    operands: { inputs: [normal([0, 3]), normal([0, 2])] },
    attributes: { axis: 1 },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic',
    operands: {
      inputs: [declared(normal([2, 3]), ['n', 'a']), declared(normal([2, 4]), ['n', 'b'])],
    },
    attributes: { axis: 1 },
    tags: ['symbolic'],
  },
]);
