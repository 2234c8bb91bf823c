import { sizeOf, type TensorData } from '@separable/core';
import { convolveDirectly } from '../convolution/direct.js';
import { im2col } from '../convolution/im2col.js';
import { planWindow, type WindowPlan } from '../convolution/window-plan.js';
import { activationLoop, refuseActivation } from '../elementwise/activate.js';
import type { Kernel } from '../kernel.js';
import { isFiniteArray } from '../matrix/finite.js';
import { blocksLength, blockViews, packBlocks } from '../matrix/blocks.js';
import { stripRows } from '../matrix/multiply.js';
import { multiplyBlocks } from '../matrix/multiply-blocks.js';
import { packPanels, panelColumns, panelsLength, panelViews } from '../matrix/panels.js';

/**
 * Windows are copied into rows (im2col), a strip of them at a time, and multiplied by the packed
 * filter.
 */
export const conv2d: Kernel<'conv2d'> = {
  refuse: ({ attributes }) => refuseActivation(attributes.activation),

  prepare({ attributes, operands: types, constants }) {
    const { groups } = attributes;
    const activate = activationLoop(attributes.activation);
    const { filter, bias } = constants;
    const packable =
      filter !== undefined &&
      (bias !== undefined) === (types.bias !== undefined) &&
      isFiniteArray(filter.data as Float32Array);
    const ready = packable ? packGroups(filter.shape, groups, filter.data, bias?.data) : undefined;
    const readyViews = ready && panelViews(ready, sizeOf(filter!.shape.slice(0, 3)));
    return {
      label: 'im2col strips, packed 4×4',
      packed: !packable ? [] : bias === undefined ? ['filter'] : ['filter', 'bias'],
      bytes: ready?.byteLength ?? 0,

      plan({ operands, results }) {
        const shape = operands.filter.shape as [number, number, number, number];
        const [kernelHeight, kernelWidth, depth, outputs] = shape;
        const [images = 0] = operands.x.shape;
        const plan = planWindow(
          operands.x.shape,
          results[0]!.shape,
          [kernelHeight, kernelWidth],
          attributes,
        );
        const pixels = plan.height * plan.width * plan.channels;
        const windows = plan.outHeight * plan.outWidth;
        const isWhole = kernelHeight * kernelWidth === 1 && seesEveryPixel(plan);
        const rowLength = kernelHeight * kernelWidth * depth;
        const strip = Math.min(stripRows(rowLength), windows);
        const columns = outputs / groups;
        const groupLength = panelsLength(rowLength, columns);
        return {
          scratch: [
            { dtype: 'float32', length: blocksLength(strip, rowLength) },
            { dtype: 'float32', length: ready === undefined ? groups * groupLength : 0 },
          ],
          bind({ operands: arrays, results: [result], scratch }) {
            const x = arrays.x as Float32Array;
            const y = result as Float32Array;
            const rows = scratch[0] as Float32Array;
            const panels = ready ?? (scratch[1] as Float32Array);
            const views = readyViews ?? panelViews(panels, rowLength);
            const blocks = blockViews(rows, rowLength);
            const image = (n: number): void => {
              for (let from = 0; from < windows; from += strip) {
                const count = Math.min(strip, windows - from);
                const o = (n * windows + from) * outputs;
                for (let g = 0; g < groups; g++) {
                  const at = g * Math.ceil(columns / panelColumns);
                  const first = g * depth;
                  if (isWhole) {
                    const source = n * pixels + from * plan.channels + first;
                    packBlocks(x, source, plan.channels, count, depth, rows);
                  } else {
                    im2col(plan, { first, depth }, x, n * pixels, from, count, rows);
                  }
                  multiplyBlocks(
                    blocks,
                    count,
                    rowLength,
                    views,
                    at,
                    columns,
                    y,
                    o + g * columns,
                    outputs,
                  );
                }
                activate?.(y, y, o, o + count * outputs);
              }
            };
            const imageDirectly = (n: number): void => {
              const o = n * windows * outputs;
              const weights = arrays.filter as Float32Array;
              const biases = arrays.bias as Float32Array | undefined;
              convolveDirectly(plan, groups, x, n * pixels, weights, biases, outputs, y, o);
              activate?.(y, y, o, o + windows * outputs);
            };
            return () => {
              const finite = ready !== undefined || isFiniteArray(arrays.filter as Float32Array);
              if (ready === undefined && finite)
                packGroups(shape, groups, arrays.filter, arrays.bias, panels);
              for (let n = 0; n < images; n++) (finite ? image : imageDirectly)(n);
            };
          },
        };
      },
    };
  },
};

/** Whether windows and pixels are the same thing, given a kernel of one tap. */
function seesEveryPixel(plan: WindowPlan): boolean {
  const { strideHeight, strideWidth, height, width, outHeight, outWidth, top, left } = plan;
  const steps = strideHeight === 1 && strideWidth === 1 && top === 0 && left === 0;
  return steps && outHeight === height && outWidth === width;
}

/** Panels of each group, one after the other, of a filter `[kh, kw, Cin / groups, Cout]`. */
function packGroups(
  shape: readonly number[],
  groups: number,
  filter: TensorData,
  bias: TensorData | undefined,
  into?: Float32Array,
): Float32Array {
  const [kernelHeight, kernelWidth, inputs, outputs] = shape as [number, number, number, number];
  const depth = kernelHeight * kernelWidth * inputs;
  const columns = outputs / groups;
  const length = panelsLength(depth, columns);
  const panels = into ?? new Float32Array(groups * length);
  for (let g = 0; g < groups; g++) {
    const place = { offset: g * columns, depthStride: outputs, columnStride: 1 };
    const biases = bias as Float32Array | undefined;
    packPanels(
      filter as Float32Array,
      place,
      depth,
      columns,
      biases,
      g * columns,
      panels,
      g * length,
    );
  }
  return panels;
}
