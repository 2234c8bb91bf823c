import type { Case } from '../case/case.js';
import { inEveryDType } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { counting, declared, normal, strewn } from '../case/source.js';

const orders = ['dcr', 'crd'] as const;

export const spaceToDepth: readonly Case[] = nodeCases('spaceToDepth', [
  ...orders.flatMap((order) => [
    {
      name: `blocks of 2, ${order}`,
      operands: { x: counting('float32', [1, 4, 6, 2]) },
      attributes: { blockSize: 2, order },
    },
    {
      name: `blocks of 3, ${order}`,
      operands: { x: counting('float32', [2, 6, 9, 2]) },
      attributes: { blockSize: 3, order },
    },
    {
      name: `blocks of 4, ${order}`,
      operands: { x: counting('float32', [1, 8, 4, 1]) },
      attributes: { blockSize: 4, order },
    },
    {
      name: `blocks of 1, ${order}`,
      operands: { x: counting('float32', [1, 2, 3, 4]) },
      attributes: { blockSize: 1, order },
    },
    {
      name: `one block, ${order}`,
      operands: { x: counting('float32', [1, 2, 2, 1]) },
      attributes: { blockSize: 2, order },
    },
    {
      name: `NaN and infinities, ${order}`,
      operands: { x: strewn([1, 4, 8, 2], [NaN, Infinity, -0]) },
      attributes: { blockSize: 2, order },
      tags: ['edge'] as const,
    },
  ]),
  ...inEveryDType([1, 4, 6, 2], { blockSize: 2 }),
  {
    name: 'no images',
    operands: { x: normal([0, 4, 4, 1]) },
    attributes: { blockSize: 2 },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(normal([2, 4, 6, 3]), ['batch', 4, 6, 3]) },
    attributes: { blockSize: 2 },
    tags: ['symbolic'],
  },
]);
