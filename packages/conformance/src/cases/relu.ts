import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { declared, edges, integers, normal } from '../case/source.js';

export const relu: readonly Case[] = nodeCases('relu', [
  { name: 'float32', operands: { x: normal([2, 3, 5, 7]) } },
  { name: 'int32', operands: { x: integers([31], -9, 9) } },
  { name: 'uint8', operands: { x: integers([31], 0, 255, 'uint8') } },
  { name: 'edge numbers', operands: { x: edges([30]) }, tags: ['edge'] },
  { name: 'scalar', operands: { x: normal([]) } },
  { name: 'zero rows', operands: { x: normal([0, 4]) }, tags: ['zeroSize'] },
  { name: 'symbolic', operands: { x: declared(normal([3, 4]), ['batch', 4]) }, tags: ['symbolic'] },
]);
