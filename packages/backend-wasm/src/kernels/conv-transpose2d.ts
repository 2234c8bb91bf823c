import { transposedCrop, windows } from '@separable/core';
import {
  convolutionUnits,
  type DirectConvolution,
  emitConvolution,
} from '../convolution/direct-convolution.js';
import { type Phase, phasesOf } from '../convolution/phases.js';
import { activationKey, activationOf, refuseActivation } from '../elementwise/vector-function.js';
import type { Kernel, Stage } from '../kernel.js';
import { packStage } from '../tiles/pack-stage.js';
import { matricesLength, packMatrices, type WeightMatrices } from '../tiles/weight-matrices.js';

/**
 * Every stride-th pixel of a row of the result sees pixels through the same taps: for each remainder of
 * rows and of columns it is a convolution of its own, with stride 1.
 *
 * Source: Shi et al., "Is the deconvolution layer the same as a convolutional layer?" (2016).
 */
export const convTranspose2d: Kernel<'convTranspose2d'> = {
  refuse: ({ attributes }) => refuseActivation(attributes.activation),

  pack({ attributes, constants: { filter, bias }, operands }) {
    const isWhole = operands.bias === undefined || bias !== undefined;
    // The SAME kinds crop by the size of the map; the phases of others are known without it.
    if (filter === undefined || !isWhole || typeof attributes.padding === 'string') {
      return undefined;
    }
    const { padding, strides, dilations } = attributes;
    const [kernelHeight, kernelWidth] = filter.shape as [number, number];
    const axes = [
      phasesOf(kernelHeight, strides[0], dilations[0], padding.top),
      phasesOf(kernelWidth, strides[1], dilations[1], padding.left),
    ] as const;
    const all = pairs(axes[0], axes[1]).map((pair) =>
      matricesOf(filter.shape, attributes.groups, pair),
    );
    const data = new Float32Array(all.reduce((sum, one) => sum + matricesLength(one), 0));
    let at = 0;
    for (const matrices of all) {
      packMatrices(matrices, filter.data, bias?.data, data, at);
      at += matricesLength(matrices);
    }
    return { takes: bias === undefined ? ['filter'] : ['filter', 'bias'], data };
  },

  plan({ attributes, operands, results, isPacked, instructions, threads }) {
    const { filter, x } = operands;
    const [kernelHeight, kernelWidth, inputs] = filter.shape as [number, number, number];
    const { groups, strides, dilations, outputPadding } = attributes;
    const [images, height, columns, outputs] = results[0]!.shape as [
      number,
      number,
      number,
      number,
    ];
    const [rowWindow, columnWindow] = windows([kernelHeight, kernelWidth], attributes);
    const top = transposedCrop(x.shape[1]!, rowWindow, outputPadding[0]).before;
    const left = transposedCrop(x.shape[2]!, columnWindow, outputPadding[1]).before;
    const activation = activationOf(attributes.activation);
    const phases = pairs(
      phasesOf(kernelHeight, strides[0], dilations[0], top),
      phasesOf(kernelWidth, strides[1], dilations[1], left),
    );
    const packing: Stage<'convTranspose2d'>[] = [];
    const convolving: Stage<'convTranspose2d'>[] = [];
    let floats = 0;
    for (const pair of phases) {
      const [row, column] = pair;
      const matrices = matricesOf(filter.shape, groups, pair);
      const at = floats * 4;
      floats += matricesLength(matrices);
      const plan: DirectConvolution = {
        images,
        geometry: {
          rows: row.geometry(x.shape[1]!, height),
          columns: column.geometry(x.shape[2]!, columns),
          channels: inputs,
        },
        groups,
        depth: inputs / groups,
        outputs,
        result: {
          start: (row.first * columns + column.first) * outputs * 4,
          pixelStep: strides[1] * outputs * 4,
          rowStep: strides[0] * columns * outputs * 4,
          imageStep: height * columns * outputs * 4,
        },
        residual: false,
        activation,
        activationKey: activationKey(attributes.activation),
        instructions,
        threads,
      };
      packing.push(
        packStage(matrices, (site) => ({
          source: site.operands.filter,
          bias: site.operands.bias,
          panels: site.scratch + at,
        })),
      );
      const units = convolutionUnits(plan);
      convolving.push({
        units: units.images * units.strips,
        emit(site) {
          const panels = (isPacked ? site.packed : site.scratch) + at;
          const place = { x: site.operands.x, y: site.results[0]!, residual: undefined, panels };
          emitConvolution(site, plan, place);
        },
      });
    }
    return {
      label: `transposed convolution, ${phases.length} phases`,
      math: activation?.math ?? {},
      scratch: isPacked ? 0 : floats * 4,
      stages: isPacked ? convolving : [...packing, ...convolving],
    };
  },
};

type PhasePair = readonly [row: Phase, column: Phase];

function pairs(rows: readonly Phase[], columns: readonly Phase[]): readonly PhasePair[] {
  return rows.flatMap((row) => columns.map((column) => [row, column] as const));
}

/** The taps of a phase of the filter `[kh, kw, Cin, Cout / G]` as a matrix a group. */
function matricesOf(
  shape: readonly number[],
  groups: number,
  [row, column]: PhasePair,
): WeightMatrices {
  const [, kernelWidth, inputs, columns] = shape as [number, number, number, number];
  const depth = inputs / groups;
  const blocks = row.taps.flatMap((u) =>
    column.taps.map((v) => ({
      offset: (u * kernelWidth + v) * inputs * columns,
      rows: depth,
      step: columns,
    })),
  );
  return { groups, groupStep: depth * columns, blocks, columns };
}
