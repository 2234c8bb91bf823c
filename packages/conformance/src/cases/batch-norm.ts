import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, normal, strewn, uniform, values } from '../case/source.js';

const moments = (channels: number) => ({
  mean: normal([channels]),
  variance: uniform([channels], 0.1, 2),
});
const affine = (channels: number) => ({ scale: normal([channels]), offset: normal([channels]) });
const fixed = (channels: number) => ({
  mean: constant(normal([channels])),
  variance: constant(uniform([channels], 0.1, 2)),
  scale: constant(normal([channels])),
  offset: constant(normal([channels])),
});

export const batchNorm: readonly Case[] = nodeCases('batchNorm', [
  { name: 'map', operands: { x: normal([2, 4, 5, 3]), ...moments(3), ...affine(3) } },
  { name: 'constants', operands: { x: normal([2, 4, 5, 3]), ...fixed(3) } },
  { name: 'moments alone', operands: { x: normal([2, 4, 5, 3]), ...moments(3) } },
  { name: 'scale alone', operands: { x: normal([2, 4, 5, 3]), ...moments(3), scale: normal([3]) } },
  {
    name: 'offset alone',
    operands: { x: normal([2, 4, 5, 3]), ...moments(3), offset: normal([3]) },
  },
  ...[0, 1, 2, 3, -2].map((axis) => ({
    name: `axis ${axis}`,
    operands: { x: normal([4, 4, 4, 4]), ...moments(4), ...affine(4) },
    attributes: { axis },
  })),
  ...[1e-3, 1e-8, 0, 0.5].map((epsilon) => ({
    name: `epsilon ${epsilon}`,
    operands: { x: normal([1, 3, 3, 8]), ...moments(8), ...affine(8) },
    attributes: { epsilon },
  })),
  { name: 'rank 2', operands: { x: normal([5, 6]), ...moments(6), ...affine(6) } },
  { name: 'rank 1', operands: { x: normal([6]), ...moments(6), ...affine(6) } },
  { name: 'rank 3', operands: { x: normal([2, 7, 6]), ...moments(6), ...affine(6) } },
  { name: 'rank 5', operands: { x: normal([1, 2, 2, 2, 3]), ...moments(3), ...affine(3) } },
  { name: 'one channel', operands: { x: normal([2, 3, 3, 1]), ...moments(1), ...affine(1) } },
  { name: 'one pixel', operands: { x: normal([1, 1, 1, 17]), ...moments(17), ...affine(17) } },
  {
    name: 'no variance',
    operands: { x: normal([1, 2, 2, 3]), mean: normal([3]), variance: values('float32', [3], [0]) },
    tags: ['edge'],
  },
  {
    name: 'a mean far from 0',
    operands: {
      x: uniform([1, 3, 3, 2], 999, 1001),
      mean: values('float32', [2], [1000]),
      variance: uniform([2], 0.5, 1),
    },
  },
  {
    name: 'negative variance',
    operands: { x: normal([2, 2]), mean: normal([2]), variance: values('float32', [2], [-1, 1]) },
    tags: ['edge'],
  },
  {
    name: 'NaN and infinities',
    operands: { x: strewn([2, 3, 3], [NaN, Infinity, -Infinity]), ...moments(3) },
    tags: ['edge'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(normal([2, 3, 3, 4]), ['batch', 'H', 'W', 4]), ...fixed(4) },
    tags: ['symbolic'],
  },
  { name: 'no images', operands: { x: normal([0, 3, 3, 4]), ...fixed(4) }, tags: ['zeroSize'] },
]);
