import type { Case } from '../case/case.js';
import { inEveryDType } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { counting, declared, normal, strewn } from '../case/source.js';

const orders = ['dcr', 'crd'] as const;

export const depthToSpace: readonly Case[] = nodeCases('depthToSpace', [
  ...orders.flatMap((order) => [
    {
      name: `blocks of 2, ${order}`,
      operands: { x: counting('float32', [1, 2, 3, 8]) },
      attributes: { blockSize: 2, order },
    },
    {
      name: `blocks of 3, ${order}`,
      operands: { x: counting('float32', [2, 3, 2, 18]) },
      attributes: { blockSize: 3, order },
    },
    {
      name: `blocks of 4, ${order}`,
      operands: { x: counting('float32', [1, 2, 2, 16]) },
      attributes: { blockSize: 4, order },
    },
    {
      name: `blocks of 1, ${order}`,
      operands: { x: counting('float32', [1, 2, 3, 4]) },
      attributes: { blockSize: 1, order },
    },
    {
      name: `one block, ${order}`,
      operands: { x: counting('float32', [1, 1, 1, 4]) },
      attributes: { blockSize: 2, order },
    },
    {
      name: `NaN and infinities, ${order}`,
      operands: { x: strewn([1, 2, 2, 16], [NaN, Infinity, -0]) },
      attributes: { blockSize: 2, order },
      tags: ['edge'] as const,
    },
  ]),
  ...inEveryDType([1, 2, 3, 8], { blockSize: 2 }),
  {
    name: 'no images',
    operands: { x: normal([0, 2, 2, 4]) },
    attributes: { blockSize: 2 },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(normal([2, 2, 3, 8]), ['batch', 'H', 'W', 8]) },
    attributes: { blockSize: 2 },
    tags: ['symbolic'],
  },
]);
