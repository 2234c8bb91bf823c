import { type Tensor, tensor } from '@separable/core';
import type { Placing } from './layout.js';
import type { Pixels } from './resize-picture.js';

/** What becomes of a channel's value p, 0 to 255: `(p / 255 − mean) / std`. One number a channel. */
export interface ValueRange {
  readonly mean: readonly number[];
  readonly std: readonly number[];
}

/**
 * Pixels as a batch of one: float32 in the value range given, uint8 as they are. A grey input gets
 * the luma 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601).
 */
export function toTensor(
  pixels: Pixels,
  { layout, channels }: Placing,
  dtype: 'float32' | 'uint8',
  { mean, std }: ValueRange,
): Tensor {
  const { width, height } = pixels;
  const shape = layout === 'nhwc' ? [1, height, width, channels] : [1, channels, height, width];
  const result = tensor(dtype, shape);
  const [pixelStride, channelStride] = layout === 'nhwc' ? [channels, 1] : [1, width * height];
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let c = 0; c < channels; c++) {
      const value = channels === 3 ? pixels.rgb[pixel * 3 + c]! : luma(pixels.rgb, pixel * 3);
      result.data[pixel * pixelStride + c * channelStride] =
        dtype === 'uint8' ? Math.round(value) : (value / 255 - mean[c]!) / std[c]!;
    }
  }
  return result;
}

function luma(rgb: Float32Array, at: number): number {
  return 0.299 * rgb[at]! + 0.587 * rgb[at + 1]! + 0.114 * rgb[at + 2]!;
}
