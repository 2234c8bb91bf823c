import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { booleans, constant, declared } from '../case/source.js';

export const logicalNot: readonly Case[] = nodeCases('logicalNot', [
  { name: 'map', operands: { x: booleans([2, 3, 4, 5]) } },
  { name: 'scalar', operands: { x: booleans([]) } },
  { name: 'vector', operands: { x: booleans([33]) } },
  { name: 'constant operand', operands: { x: constant(booleans([3, 3])) } },
  { name: 'nothing', operands: { x: booleans([0, 3]) }, tags: ['zeroSize'] },
  {
    name: 'symbolic',
    operands: { x: declared(booleans([2, 3]), ['batch', 3]) },
    tags: ['symbolic'],
  },
]);
