import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, normal, strewn, uniform, values } from '../case/source.js';

const affine = (channels: number) => ({ scale: normal([channels]), offset: normal([channels]) });

export const instanceNorm: readonly Case[] = nodeCases(
  'instanceNorm',
  [
    { name: 'map', operands: { x: normal([2, 4, 5, 3]), ...affine(3) } },
    {
      name: 'constants',
      operands: {
        x: normal([2, 4, 5, 3]),
        scale: constant(normal([3])),
        offset: constant(normal([3])),
      },
    },
    { name: 'no scale, no offset', operands: { x: normal([2, 4, 5, 3]) } },
    { name: 'scale alone', operands: { x: normal([2, 4, 5, 3]), scale: normal([3]) } },
    { name: 'offset alone', operands: { x: normal([2, 4, 5, 3]), offset: normal([3]) } },
    ...[1e-3, 1e-8, 0.5].map((epsilon) => ({
      name: `epsilon ${epsilon}`,
      operands: { x: normal([1, 4, 4, 5]), ...affine(5) },
      attributes: { epsilon },
    })),
    { name: 'rank 3', operands: { x: normal([2, 9, 4]), ...affine(4) } },
    { name: 'rank 5', operands: { x: normal([2, 2, 3, 2, 3]), ...affine(3) } },
    { name: 'one channel', operands: { x: normal([2, 4, 4, 1]), ...affine(1) } },
    {
      name: 'constant channels',
      operands: { x: values('float32', [1, 3, 3, 2], [1, -4]), ...affine(2) },
      tags: ['edge'] as const,
    },
    {
      name: 'one pixel',
      operands: { x: normal([2, 1, 1, 4]), ...affine(4) },
      tags: ['edge'] as const,
    },
    { name: 'a mean far from 0', operands: { x: uniform([1, 4, 4, 2], 99, 101), ...affine(2) } },
    {
      name: 'NaN',
      operands: { x: strewn([2, 3, 2, 2], [NaN], 12), ...affine(2) },
      tags: ['edge'] as const,
    },
    {
      name: 'no images',
      operands: { x: normal([0, 3, 3, 2]), ...affine(2) },
      tags: ['zeroSize'] as const,
    },
    {
      name: 'symbolic',
      operands: { x: declared(normal([2, 3, 4, 3]), ['batch', 'H', 'W', 3]), ...affine(3) },
      tags: ['symbolic'] as const,
    },
  ].map((given) => ({
    ...given,
    tags: [...('tags' in given ? given.tags : []), 'optional' as const],
  })),
);
