import {
  convolutionUnits,
  type DirectConvolution,
  emitConvolution,
} from '../convolution/direct-convolution.js';
import { windowGeometry } from '../convolution/window-geometry.js';
import { activationKey, activationOf, refuseActivation } from '../elementwise/vector-function.js';
import type { Kernel, Stage } from '../kernel.js';
import { tileRows } from '../tiles/tile-rows.js';
import {
  emitPackMatrices,
  matricesLength,
  packMatrices,
  packMatricesUnits,
  type WeightMatrices,
} from '../tiles/weight-matrices.js';

/** Direct: the pixels under windows are multiplied where they lie. */
export const conv2d: Kernel<'conv2d'> = {
  addsResidual: true,

  refuse: ({ attributes }) => refuseActivation(attributes.activation),

  pack({ attributes: { groups }, constants: { filter, bias }, operands }) {
    if (filter === undefined || (operands.bias !== undefined && bias === undefined)) {
      return undefined;
    }
    const matrices = matricesOf(filter.shape, groups);
    const data = new Float32Array(matricesLength(matrices));
    packMatrices(matrices, filter.data, bias?.data, data);
    return { takes: bias === undefined ? ['filter'] : ['filter', 'bias'], data };
  },

  plan({ attributes, operands, results, isPacked, hasResidual, instructions, threads }) {
    const { filter, x } = operands;
    const [kernelHeight, kernelWidth, depth, outputs] = filter.shape as [
      number,
      number,
      number,
      number,
    ];
    const { groups } = attributes;
    const shape = results[0]!.shape as [number, number, number, number];
    const kernel = [kernelHeight, kernelWidth] as const;
    const activation = activationOf(attributes.activation);
    const plan: DirectConvolution = {
      images: shape[0],
      geometry: windowGeometry(x.shape, shape, kernel, attributes),
      groups,
      depth,
      outputs,
      result: {
        start: 0,
        pixelStep: outputs * 4,
        rowStep: shape[2] * outputs * 4,
        imageStep: shape[1] * shape[2] * outputs * 4,
      },
      residual: hasResidual,
      activation,
      activationKey: activationKey(attributes.activation),
      instructions,
      threads,
    };
    const matrices = matricesOf(filter.shape, groups);
    const packing: Stage<'conv2d'> = {
      units: packMatricesUnits(matrices),
      emit: ({ f, unit, operands: { filter: weights, bias }, scratch }) =>
        emitPackMatrices(f, unit, matrices, { filter: weights, bias, panels: scratch }),
    };
    const { images, strips } = convolutionUnits(plan);
    const convolving: Stage<'conv2d'> = {
      units: images * strips,
      emit(site) {
        const panels = isPacked ? site.packed : site.scratch;
        const { operands: addresses, residual } = site;
        emitConvolution(site, plan, { x: addresses.x, y: site.results[0]!, residual, panels });
      },
    };
    return {
      label: `direct convolution, ${tileRows(shape[2], instructions)}×8 tiles`,
      inPlace: ['residual'],
      math: activation?.math ?? {},
      scratch: isPacked ? 0 : matricesLength(matrices) * 4,
      stages: isPacked ? [convolving] : [packing, convolving],
    };
  },
};

/** The filter `[kh, kw, Cin / G, Cout]` as a matrix a group. */
function matricesOf(shape: readonly number[], groups: number): WeightMatrices {
  const [kernelHeight, kernelWidth, depth, outputs] = shape as [number, number, number, number];
  const columns = outputs / groups;
  const rows = kernelHeight * kernelWidth * depth;
  return { groups, groupStep: columns, blocks: [{ offset: 0, rows, step: outputs }], columns };
}
