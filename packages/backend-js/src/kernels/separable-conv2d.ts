import type { Tensor, TensorData } from '@separable/core';
import { depthwiseRow } from '../convolution/depthwise-row.js';
import { depthwiseLength, packDepthwise } from '../convolution/depthwise-weights.js';
import { planWindow } from '../convolution/window-plan.js';
import { activationLoop, refuseActivation } from '../elementwise/activate.js';
import type { Kernel } from '../kernel.js';
import { blocksLength, blockViews } from '../matrix/blocks.js';
import { stripRows } from '../matrix/multiply.js';
import { multiplyBlocks } from '../matrix/multiply-blocks.js';
import { packPanels, panelsLength, panelViews } from '../matrix/panels.js';

/**
 * Depthwise and pointwise convolution fused: a few rows of the depthwise result at a time are made in
 * scratch and multiplied at once, so the whole of it never exists.
 */
export const separableConv2d: Kernel<'separableConv2d'> = {
  refuse: ({ attributes: { depthwiseActivation, activation } }) =>
    refuseActivation(depthwiseActivation, activation),

  prepare({ attributes, operands: types, constants }) {
    const between = activationLoop(attributes.depthwiseActivation);
    const activate = activationLoop(attributes.activation);
    const weights = packConstants(types, constants);
    return {
      label: 'separable, fused strip by strip',
      packed: weights?.operands ?? [],
      bytes: weights?.data.byteLength ?? 0,

      plan({ operands, results }) {
        const [kernelHeight, kernelWidth, , multiplier] = operands.depthwiseFilter.shape as [
          number,
          number,
          number,
          number,
        ];
        const [inner, columns] = operands.pointwiseFilter.shape as [number, number];
        const plan = planWindow(
          operands.x.shape,
          results[0]!.shape,
          [kernelHeight, kernelWidth],
          attributes,
        );
        const parts = lengthsOf(operands.depthwiseFilter.shape, operands.pointwiseFilter.shape);
        const { height, width, channels, outHeight, outWidth } = plan;
        const rowsOfStrip = Math.floor(stripRows(inner) / Math.max(1, outWidth));
        const strip = Math.max(1, Math.min(rowsOfStrip, outHeight));
        const images = operands.x.shape[0]!;
        return {
          scratch: [
            { dtype: 'float32', length: blocksLength(strip * outWidth, inner) },
            {
              dtype: 'float32',
              length: weights === undefined ? parts.depthwise + parts.pointwise : 0,
            },
          ],
          bind({ operands: arrays, results: [result], scratch }) {
            const x = arrays.x as Float32Array;
            const y = result as Float32Array;
            const middle = scratch[0] as Float32Array;
            const data = weights?.data ?? (scratch[1] as Float32Array);
            const blocks = blockViews(middle, inner);
            const panels = weights?.panels ?? panelViews(data.subarray(parts.depthwise), inner);
            const runStrip = (image: number, first: number, count: number): void => {
              const xOffset = image * height * width * channels;
              for (let row = 0; row < count; row++) {
                depthwiseRow(
                  plan,
                  multiplier,
                  x,
                  xOffset,
                  first + row,
                  data,
                  middle,
                  row * outWidth,
                  true,
                );
              }
              const pixels = count * outWidth;
              between?.(middle, middle, 0, blocksLength(pixels, inner));
              const o = (image * outHeight + first) * outWidth * columns;
              multiplyBlocks(blocks, pixels, inner, panels, 0, columns, y, o, columns);
              activate?.(y, y, o, o + pixels * columns);
            };
            return () => {
              if (weights === undefined) pack(arrays, operands.pointwiseFilter.shape, parts, data);
              for (let image = 0; image < images; image++) {
                for (let row = 0; row < outHeight; row += strip) {
                  runStrip(image, row, Math.min(strip, outHeight - row));
                }
              }
            };
          },
        };
      },
    };
  },
};

const weightOperands = ['depthwiseFilter', 'pointwiseFilter', 'depthwiseBias', 'bias'] as const;

interface PackedWeights {
  readonly operands: readonly (typeof weightOperands)[number][];
  readonly data: Float32Array;
  readonly panels: readonly Float32Array[];
}

/**
 * The packed copy of constant weights; undefined when one is an activation. A function of its own, so
 * that no closure of the planner keeps the weights as they were given.
 */
function packConstants(
  types: Readonly<Record<string, unknown>>,
  constants: Readonly<Record<string, Tensor | undefined>>,
): PackedWeights | undefined {
  const operands = weightOperands.filter((operand) => types[operand] !== undefined);
  if (operands.some((operand) => constants[operand] === undefined)) return undefined;
  const depthwise = constants['depthwiseFilter']!;
  const pointwise = constants['pointwiseFilter']!;
  const parts = lengthsOf(depthwise.shape, pointwise.shape);
  const data = new Float32Array(parts.depthwise + parts.pointwise);
  const arrays = {
    depthwiseFilter: depthwise.data,
    pointwiseFilter: pointwise.data,
    depthwiseBias: constants['depthwiseBias']?.data,
    bias: constants['bias']?.data,
  };
  pack(arrays, pointwise.shape, parts, data);
  return {
    operands,
    data,
    panels: panelViews(data.subarray(parts.depthwise), pointwise.shape[0]!),
  };
}

interface PartLengths {
  readonly depthwise: number;
  readonly pointwise: number;
}

function lengthsOf(depthwise: readonly number[], pointwise: readonly number[]): PartLengths {
  return {
    depthwise: depthwiseLength(depthwise),
    pointwise: panelsLength(pointwise[0]!, pointwise[1]!),
  };
}

interface WeightArrays {
  readonly depthwiseFilter: TensorData;
  readonly pointwiseFilter: TensorData;
  readonly depthwiseBias?: TensorData | undefined;
  readonly bias?: TensorData | undefined;
}

/** Depthwise weights, then the panels of the pointwise filter. */
function pack(
  { depthwiseFilter, pointwiseFilter, depthwiseBias, bias }: WeightArrays,
  shape: readonly number[],
  parts: PartLengths,
  weights: Float32Array,
): void {
  const [inner, columns] = shape as [number, number];
  const filter = pointwiseFilter as Float32Array;
  const biases = bias as Float32Array | undefined;
  const place = { offset: 0, depthStride: columns, columnStride: 1 };
  packDepthwise(depthwiseFilter, depthwiseBias, inner, weights);
  packPanels(filter, place, inner, columns, biases, 0, weights, parts.depthwise);
}
