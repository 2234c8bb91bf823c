import type { Case } from '../case/case.js';
import { coveringSet } from '../case/covering-set.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, normal, strewn } from '../case/source.js';
import { lineSettings, paddingOf } from '../case/line-settings.js';

export const conv1d: readonly Case[] = nodeCases('conv1d', [
  ...coveringSet(lineSettings, 2).map(
    ({ kernel, stride, dilation, padding, groups, bias, activation }) => ({
      name: `k${kernel} s${stride} d${dilation} ${padding} g${groups} ${bias ? 'bias' : 'plain'} ${activation ?? ''}`.trim(),
      operands: {
        x: normal([2, 17, 2 * groups]),
        filter: constant(normal([kernel, 2, 3 * groups])),
        ...(bias ? { bias: constant(normal([3 * groups])) } : {}),
      },
      attributes: { stride, dilation, padding: paddingOf(padding), groups, activation },
    }),
  ),
  {
    name: 'symbolic',
    operands: {
      x: declared(normal([2, 7, 3]), ['batch', 'W', 3]),
      filter: constant(normal([3, 3, 4])),
    },
    attributes: { padding: 'same', stride: 2 },
    tags: ['symbolic'],
  },
  {
    name: 'NaN and infinities',
    operands: { x: strewn([1, 12, 2], [NaN, Infinity], 9), filter: constant(normal([3, 2, 2])) },
    attributes: { padding: 'same' },
    tags: ['edge'],
  },
  {
    name: 'empty batch',
    operands: { x: normal([0, 5, 2]), filter: constant(normal([3, 2, 2])) },
    tags: ['zeroSize'],
  },
]);
