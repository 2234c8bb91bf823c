import type { Case } from '../case/case.js';
import { coveringSet } from '../case/covering-set.js';
import { lineSettings, paddingOf } from '../case/line-settings.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, normal } from '../case/source.js';

export const depthwiseConv1d: readonly Case[] = nodeCases('depthwiseConv1d', [
  ...coveringSet(lineSettings, 2).map(
    ({ kernel, stride, dilation, padding, groups, bias, activation }) => ({
      name: `k${kernel} s${stride} d${dilation} ${padding} m${groups} ${bias ? 'bias' : 'plain'} ${activation ?? ''}`.trim(),
      operands: {
        x: normal([2, 17, 5]),
        filter: constant(normal([kernel, 5, groups])),
        ...(bias ? { bias: constant(normal([5 * groups])) } : {}),
      },
      attributes: { stride, dilation, padding: paddingOf(padding), activation },
    }),
  ),
  {
    name: 'symbolic',
    operands: {
      x: declared(normal([2, 8, 3]), ['batch', 'W', 3]),
      filter: constant(normal([3, 3, 1])),
    },
    attributes: { padding: 'same', stride: 2 },
    tags: ['symbolic'],
  },
]);
