import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, normal, strewn, uniform, values } from '../case/source.js';

const affine = (channels: number) => ({ scale: normal([channels]), offset: normal([channels]) });

export const groupNorm: readonly Case[] = nodeCases(
  'groupNorm',
  [
    ...[1, 2, 3, 6].map((groups) => ({
      name: `${groups} groups`,
      operands: { x: normal([2, 3, 4, 6]), ...affine(6) },
      attributes: { groups },
    })),
    {
      name: 'constants',
      operands: {
        x: normal([2, 3, 4, 6]),
        scale: constant(normal([6])),
        offset: constant(normal([6])),
      },
      attributes: { groups: 2 },
    },
    {
      name: 'no scale, no offset',
      operands: { x: normal([2, 3, 4, 6]) },
      attributes: { groups: 2 },
    },
    {
      name: 'scale alone',
      operands: { x: normal([2, 3, 4, 6]), scale: normal([6]) },
      attributes: { groups: 3 },
    },
    {
      name: 'offset alone',
      operands: { x: normal([2, 3, 4, 6]), offset: normal([6]) },
      attributes: { groups: 3 },
    },
    ...[1e-3, 1e-8, 0.5].map((epsilon) => ({
      name: `epsilon ${epsilon}`,
      operands: { x: normal([1, 3, 3, 8]), ...affine(8) },
      attributes: { groups: 4, epsilon },
    })),
    { name: 'rank 2', operands: { x: normal([3, 12]), ...affine(12) }, attributes: { groups: 3 } },
    { name: 'rank 3', operands: { x: normal([2, 7, 4]), ...affine(4) }, attributes: { groups: 2 } },
    {
      name: 'a mean far from 0',
      operands: { x: uniform([1, 4, 4, 4], 99, 101), ...affine(4) },
      attributes: { groups: 2 },
    },
    {
      name: 'constant groups',
      operands: { x: values('float32', [1, 2, 2, 4], [3, 3, -1, -1]), ...affine(4) },
      attributes: { groups: 2 },
      tags: ['edge'] as const,
    },
    {
      name: 'NaN in one group',
      operands: { x: strewn([2, 2, 2, 4], [NaN], 32), ...affine(4) },
      attributes: { groups: 2 },
      tags: ['edge'] as const,
    },
    {
      name: 'no images',
      operands: { x: normal([0, 2, 2, 4]), ...affine(4) },
      attributes: { groups: 2 },
      tags: ['zeroSize'] as const,
    },
    {
      name: 'symbolic',
      operands: { x: declared(normal([2, 3, 4, 6]), ['batch', 'H', 'W', 6]), ...affine(6) },
      attributes: { groups: 2 },
      tags: ['symbolic'] as const,
    },
  ].map((given) => ({
    ...given,
    tags: [...('tags' in given ? given.tags : []), 'optional' as const],
  })),
);
