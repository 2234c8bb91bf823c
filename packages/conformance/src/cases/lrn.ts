import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { declared, normal, uniform, values } from '../case/source.js';

const tags = ['optional'] as const;

export const lrn: readonly Case[] = nodeCases('lrn', [
  ...[1, 2, 3, 4, 5].map((size) => ({
    name: `size ${size}`,
    operands: { x: normal([1, 2, 3, 7], 3) },
    attributes: { size },
    tags,
  })),
  {
    name: 'wider than the channels',
    operands: { x: normal([1, 2, 2, 3], 3) },
    attributes: { size: 9 },
    tags,
  },
  {
    name: 'AlexNet',
    operands: { x: uniform([1, 3, 3, 16], 0, 40) },
    attributes: { size: 5, alpha: 1e-4, beta: 0.75, bias: 2 },
    tags,
  },
  {
    name: 'strong',
    operands: { x: normal([1, 2, 2, 8], 4) },
    attributes: { size: 3, alpha: 1, beta: 0.5, bias: 0.5 },
    tags,
  },
  {
    name: 'beta 1',
    operands: { x: normal([1, 2, 2, 8], 4) },
    attributes: { size: 3, alpha: 0.1, beta: 1 },
    tags,
  },
  { name: 'rank 2', operands: { x: normal([3, 8], 4) }, attributes: { size: 3, alpha: 0.1 }, tags },
  {
    name: 'zeros',
    operands: { x: values('float32', [1, 1, 2, 4], [0]) },
    attributes: { size: 3 },
    tags: ['edge', 'optional'],
  },
  {
    name: 'NaN',
    operands: { x: values('float32', [1, 1, 1, 6], [1, 2, NaN, 3, 4, 5]) },
    attributes: { size: 3 },
    tags: ['edge', 'optional'],
  },
  {
    name: 'nothing',
    operands: { x: normal([0, 2, 2, 4]) },
    attributes: { size: 3 },
    tags: ['zeroSize', 'optional'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(normal([1, 2, 3, 5]), ['batch', 'H', 'W', 5]) },
    attributes: { size: 3 },
    tags: ['symbolic', 'optional'],
  },
]);
