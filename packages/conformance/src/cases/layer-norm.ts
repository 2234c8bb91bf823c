import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, normal, strewn, uniform, values } from '../case/source.js';

const affine = (...shape: number[]) => ({ scale: normal(shape), offset: normal(shape) });

export const layerNorm: readonly Case[] = nodeCases('layerNorm', [
  { name: 'last axis', operands: { x: normal([2, 5, 8]), ...affine(8) } },
  {
    name: 'constants',
    operands: { x: normal([2, 5, 8]), scale: constant(normal([8])), offset: constant(normal([8])) },
  },
  { name: 'no scale, no offset', operands: { x: normal([2, 5, 8]) } },
  { name: 'scale alone', operands: { x: normal([2, 5, 8]), scale: normal([8]) } },
  { name: 'offset alone', operands: { x: normal([2, 5, 8]), offset: normal([8]) } },
  {
    name: 'axis 0',
    operands: { x: normal([2, 3, 4]), ...affine(2, 3, 4) },
    attributes: { axis: 0 },
  },
  { name: 'axis 1', operands: { x: normal([2, 3, 4]), ...affine(3, 4) }, attributes: { axis: 1 } },
  {
    name: 'axis -2',
    operands: { x: normal([2, 3, 4, 5]), ...affine(4, 5) },
    attributes: { axis: -2 },
  },
  { name: 'axis 3', operands: { x: normal([2, 3, 4, 5]), ...affine(5) }, attributes: { axis: 3 } },
  ...[1e-3, 1e-6, 1e-12, 0.5].map((epsilon) => ({
    name: `epsilon ${epsilon}`,
    operands: { x: normal([3, 16]), ...affine(16) },
    attributes: { epsilon },
  })),
  { name: 'rank 1', operands: { x: normal([12]), ...affine(12) } },
  { name: 'map', operands: { x: normal([1, 4, 4, 6]), ...affine(6) } },
  { name: 'two elements', operands: { x: normal([5, 2]), ...affine(2) } },
  { name: 'a wide axis', operands: { x: normal([2, 300]), ...affine(300) } },
  { name: 'a mean far from 0', operands: { x: uniform([3, 9], 99, 101), ...affine(9) } },
  {
    name: 'constant rows',
    operands: { x: values('float32', [3, 4], [2.5]), ...affine(4) },
    tags: ['edge'],
  },
  { name: 'one element', operands: { x: normal([5, 1]), ...affine(1) }, tags: ['edge'] },
  {
    name: 'NaN',
    operands: { x: strewn([4, 5], [NaN, Infinity], 10), ...affine(5) },
    tags: ['edge'],
  },
  { name: 'no rows', operands: { x: normal([0, 5]), ...affine(5) }, tags: ['zeroSize'] },
  {
    name: 'symbolic',
    operands: { x: declared(normal([2, 3, 8]), ['batch', 'T', 8]), ...affine(8) },
    tags: ['symbolic'],
  },
]);
