import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { having, named } from '../case/pattern.js';
import { edges, integers, uniform, values } from '../case/source.js';
import { integerPatterns, unaryPatterns } from '../case/unary-patterns.js';

const reach = { least: -3, most: 3, touchy: [0, -0, -1, 1, 0.1, 0.10000001, 1.5] } as const;

export const clip: readonly Case[] = nodeCases('clip', [
  ...having({ min: -1, max: 1 }, unaryPatterns(reach)),
  ...having({ min: -2, max: 99 }, integerPatterns('int32')),
  ...having({ min: 3, max: 200 }, integerPatterns('uint8')),
  { name: 'no bounds', operands: { x: edges([30]) }, tags: ['edge'] },
  { name: 'a least alone', operands: { x: uniform([2, 3, 4], -1, 1) }, attributes: { min: 0.1 } },
  { name: 'a most alone', operands: { x: uniform([2, 3, 4], -1, 1) }, attributes: { max: 0.1 } },
  {
    name: 'bounds crossed',
    operands: { x: uniform([2, 3, 4], -3, 3) },
    attributes: { min: 2, max: -1 },
  },
  {
    name: 'bounds equal',
    operands: { x: uniform([2, 3, 4], -3, 3) },
    attributes: { min: 0.5, max: 0.5 },
  },
  {
    name: 'infinite bounds',
    operands: { x: edges([30]) },
    attributes: { min: -Infinity, max: Infinity },
    tags: ['edge'],
  },
  {
    name: 'bounds that float32 rounds',
    operands: { x: values('float32', [6], [0.1, 0.3, 0.2, 0.09, 0.31, NaN]) },
    attributes: { min: 0.1, max: 0.3 },
  },
  {
    name: 'bounds beyond uint8',
    operands: { x: integers([12], 0, 255, 'uint8') },
    attributes: { min: -5, max: 300 },
  },
  ...having(
    { min: 0, max: 4 },
    named('relu4', [{ name: 'map', operands: { x: uniform([1, 4, 4, 3], -2, 8) } }]),
  ),
]);
