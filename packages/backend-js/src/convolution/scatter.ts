import { type AttributesOf, transposedCrop, windows } from '@separable/core';

/** How the products of a transposed convolution land in one image of its result. */
export interface ScatterPlan {
  readonly width: number;
  readonly outHeight: number;
  readonly outWidth: number;
  /** Channels of the result. */
  readonly outputs: number;
  /** Channels of the result in one group. */
  readonly groupOutputs: number;
  readonly kernel: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  /** Rows cut off above and columns to the left. */
  readonly top: number;
  readonly left: number;
}

/** Resolves what a transposed convolution cuts off. */
export function planScatter(
  x: readonly number[],
  filter: readonly number[],
  y: readonly number[],
  attributes: AttributesOf<'convTranspose2d'>,
): ScatterPlan {
  const [, height, width] = x as Map4;
  const [kh, kw, , groupOutputs] = filter as Map4;
  const [, outHeight, outWidth, outputs] = y as Map4;
  const { strides, dilations, outputPadding } = attributes;
  const [rows, columns] = windows([kh, kw], attributes);
  const top = transposedCrop(height, rows, outputPadding[0]).before;
  const left = transposedCrop(width, columns, outputPadding[1]).before;
  return {
    width,
    outHeight,
    outWidth,
    outputs,
    groupOutputs,
    kernel: [kh, kw],
    strides,
    dilations,
    top,
    left,
  };
}

type Map4 = readonly [number, number, number, number];

/**
 * Adds the products of `count` pixels of x, from pixel `first` of an image on, to the result.
 *
 * @param products `[count, kh, kw, groupOutputs]`
 * @param start where the group's channels of the image begin in y
 */
export function scatter(
  plan: ScatterPlan,
  products: Float32Array,
  first: number,
  count: number,
  y: Float32Array,
  start: number,
): void {
  const { width, outHeight, outWidth, outputs, groupOutputs, top, left } = plan;
  const [kh, kw] = plan.kernel;
  const [strideHeight, strideWidth] = plan.strides;
  const [dilationHeight, dilationWidth] = plan.dilations;
  let source = 0;
  for (let pixel = first; pixel < first + count; pixel++) {
    const i = Math.floor(pixel / width);
    const rowStart = i * strideHeight - top;
    const columnStart = (pixel - i * width) * strideWidth - left;
    for (let u = 0; u < kh; u++) {
      const row = rowStart + u * dilationHeight;
      for (let v = 0; v < kw; v++, source += groupOutputs) {
        const column = columnStart + v * dilationWidth;
        if (row < 0 || row >= outHeight || column < 0 || column >= outWidth) continue;
        const target = start + (row * outWidth + column) * outputs;
        for (let o = 0; o < groupOutputs; o++) y[target + o]! += products[source + o]!;
      }
    }
  }
}
