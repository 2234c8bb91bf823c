import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, edges, strewn, uniform, values } from '../case/source.js';

const x = uniform([2, 3, 4, 5], -3, 3);

export const prelu: readonly Case[] = nodeCases('prelu', [
  { name: 'a slope for each channel', operands: { x, slope: uniform([5], -1, 1) } },
  { name: 'constant slopes', operands: { x, slope: constant(uniform([5], 0, 0.5)) } },
  { name: 'one slope', operands: { x, slope: uniform([1], 0, 1) } },
  { name: 'a scalar slope', operands: { x, slope: uniform([], 0, 1) } },
  { name: 'a slope for each element', operands: { x, slope: uniform([2, 3, 4, 5], -1, 1) } },
  { name: 'a slope for each pixel', operands: { x, slope: uniform([3, 4, 1], -1, 1) } },
  { name: 'a slope for each image', operands: { x, slope: uniform([2, 1, 1, 1], -1, 1) } },
  { name: 'ones around the channels', operands: { x, slope: uniform([1, 1, 5], 0, 1) } },
  { name: 'rank 2', operands: { x: uniform([4, 6], -3, 3), slope: uniform([6], 0, 1) } },
  { name: 'slopes of 0 and 1', operands: { x, slope: values('float32', [5], [0, 1, -1, 2, 0.5]) } },
  {
    name: 'edge numbers',
    operands: { x: edges([30]), slope: uniform([30], 0.1, 1) },
    tags: ['edge'],
  },
  {
    name: 'slopes at the edge',
    operands: {
      x: values('float32', [4, 1], [1, -1, 0, NaN]),
      slope: values('float32', [4, 1], [NaN, Infinity, 2, -0]),
    },
    tags: ['edge'],
  },
  {
    name: 'NaN strewn in',
    operands: { x: strewn([3, 5], [NaN, -Infinity]), slope: uniform([5], 0, 1) },
    tags: ['edge'],
  },
  {
    name: 'no rows',
    operands: { x: uniform([0, 5], -1, 1), slope: uniform([5], 0, 1) },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(uniform([3, 4], -1, 1), ['batch', 4]), slope: uniform([4], 0, 1) },
    tags: ['symbolic'],
  },
]);
