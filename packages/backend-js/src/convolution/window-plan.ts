import { type Padding, resolvePadding, windows } from '@separable/core';

/** A sliding window over one image of an NHWC feature map, all numbers. */
export interface WindowPlan {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
  /** Rows of padding above and columns to the left. */
  readonly top: number;
  readonly left: number;
}

/**
 * Resolves strides, dilations and padding.
 *
 * @param x shape `[N, H, W, C]`
 * @param y shape `[N, H', W', …]`
 */
export function planWindow(
  x: readonly number[],
  y: readonly number[],
  kernel: readonly [number, number],
  attributes: {
    readonly strides: readonly [number, number];
    readonly dilations: readonly [number, number];
    readonly padding: Padding;
  },
): WindowPlan {
  const [, height = 0, width = 0, channels = 0] = x;
  const [rows, columns] = windows(kernel, attributes);
  return {
    height,
    width,
    channels,
    outHeight: y[1]!,
    outWidth: y[2]!,
    kernelHeight: kernel[0],
    kernelWidth: kernel[1],
    strideHeight: rows.stride,
    strideWidth: columns.stride,
    dilationHeight: rows.dilation,
    dilationWidth: columns.dilation,
    top: resolvePadding(height, rows).before,
    left: resolvePadding(width, columns).before,
  };
}

/** The taps `[first, end)` of a window that fall inside `size` pixels when its first tap is at `start`. */
export function tapsInside(
  start: number,
  dilation: number,
  kernel: number,
  size: number,
): readonly [number, number] {
  const first = start >= 0 ? 0 : Math.min(kernel, Math.ceil(-start / dilation));
  const end = Math.min(kernel, Math.max(first, Math.ceil((size - start) / dilation)));
  return [first, end];
}
