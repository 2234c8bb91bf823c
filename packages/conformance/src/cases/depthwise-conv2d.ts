import type { Case } from '../case/case.js';
import { depthwiseConv2dCase, symbolicMap } from '../case/convolution-cases.js';
import { convolutionGrid, convolutionSettings, settings } from '../case/convolution-grid.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, edges, normal, strewn } from '../case/source.js';

/**
 * Stride 2 with SAME padding, whole: every kernel, dilation, side of the odd pixel and multiplier on
 * maps of even and odd extents. The corner where engines are known to differ.
 */
const corner = convolutionSettings.kernel.flatMap((kernel) =>
  convolutionSettings.dilation.flatMap((dilation) =>
    (['same', 'sameLower'] as const).flatMap((padding) =>
      convolutionSettings.groups.flatMap((groups) =>
        (
          [
            [8, 7],
            [9, 12],
          ] as const
        ).map((size) => {
          const row = {
            kernel,
            stride: '2',
            dilation,
            padding,
            groups,
            bias: false,
            activation: null,
          };
          return settings('corner', { ...row, channels: 3, batch: 1 }, size);
        }),
      ),
    ),
  ),
);

const filter = constant(normal([3, 3, 3, 1]));

export const depthwiseConv2d: readonly Case[] = nodeCases('depthwiseConv2d', [
  ...convolutionGrid('depthwiseConv2d').map((s) => depthwiseConv2dCase(s)),
  ...corner.map((s) => depthwiseConv2dCase(s)),
  ...[1, 3, 4, 5, 7, 8, 16, 17].map((channels) => ({
    name: `${channels} channels on 1x1 maps`,
    operands: {
      x: normal([2, 1, 1, channels]),
      filter: constant(normal([3, 3, channels, 1])),
      bias: constant(normal([channels])),
    },
    attributes: { padding: 'same', activation: 'relu6' } as const,
  })),
  {
    name: 'symbolic',
    operands: { x: symbolicMap(normal([2, 6, 5, 3])), filter },
    attributes: { padding: 'same', strides: 2 },
    tags: ['symbolic'],
  },
  {
    name: 'filter as input',
    operands: { x: normal([1, 6, 5, 3]), filter: normal([3, 3, 3, 2]), bias: normal([6]) },
    attributes: { padding: 'same', strides: 2 },
    tags: ['dynamicWeights'],
  },
  {
    name: 'NaN and infinities in the map',
    operands: { x: strewn([1, 9, 9, 3], [NaN, Infinity, -Infinity], 11), filter },
    attributes: { padding: 'same', strides: 2, dilations: 2 },
    tags: ['edge'],
  },
  {
    name: 'edge numbers',
    operands: { x: edges([1, 5, 6, 1]), filter: constant(normal([1, 1, 1, 2])) },
    tags: ['edge'],
  },
  {
    name: 'NaN in the filter',
    operands: { x: normal([1, 4, 4, 2]), filter: constant(strewn([3, 3, 2, 1], [NaN], 18)) },
    tags: ['edge'],
  },
  {
    name: 'NaN through a fused relu6',
    operands: { x: strewn([1, 6, 6, 3], [NaN, -Infinity], 13), filter },
    attributes: { padding: 'same', activation: 'relu6' },
    tags: ['edge'],
  },
  {
    name: 'denormal products',
    operands: { x: normal([1, 5, 5, 2], 1e-21), filter: constant(normal([3, 3, 2, 1], 1e-19)) },
    tags: ['edge'],
  },
  {
    name: 'sums near the largest number',
    operands: { x: normal([1, 4, 4, 1], 1e37), filter: constant(normal([2, 2, 1, 1])) },
    tags: ['edge'],
  },
  {
    name: 'empty batch',
    operands: { x: normal([0, 5, 5, 3]), filter },
    attributes: { padding: 'same' },
    tags: ['zeroSize'],
  },
]);
