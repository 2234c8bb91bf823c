import { type Padding, resolvePadding, windows } from '@separable/core';

/** A sliding window along one axis of a feature map. */
export interface AxisGeometry {
  /** Pixels of the input. */
  readonly size: number;
  /** Windows. */
  readonly outputs: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Pixels of padding ahead of the first. */
  readonly before: number;
}

/** Windows over one image of an NHWC feature map. */
export interface WindowGeometry {
  readonly rows: AxisGeometry;
  readonly columns: AxisGeometry;
  readonly channels: number;
}

/**
 * Resolves strides, dilations and padding.
 *
 * @param x shape `[N, H, W, C]`
 * @param y shape `[N, H', W', …]`
 */
export function windowGeometry(
  x: readonly number[],
  y: readonly number[],
  kernel: readonly [number, number],
  attributes: {
    readonly strides: readonly [number, number];
    readonly dilations?: readonly [number, number];
    readonly padding: Padding;
  },
): WindowGeometry {
  const axes = windows(kernel, attributes).map((window, axis): AxisGeometry => {
    const size = x[axis + 1]!;
    return {
      size,
      outputs: y[axis + 1]!,
      kernel: window.kernel,
      stride: window.stride,
      dilation: window.dilation,
      before: resolvePadding(size, window).before,
    };
  });
  return { rows: axes[0]!, columns: axes[1]!, channels: x[3]! };
}

/** The taps of a window that see pixels: from the first to below the end; none when they are equal. */
export interface Taps {
  readonly first: number;
  readonly end: number;
}

/** Which taps of a window see pixels. */
export function tapsOf(axis: AxisGeometry, output: number): Taps {
  const { size, kernel, stride, dilation, before } = axis;
  const start = output * stride - before;
  const first = start >= 0 ? 0 : Math.min(kernel, Math.ceil(-start / dilation));
  const end = Math.min(kernel, Math.max(first, Math.ceil((size - start) / dilation)));
  return { first, end };
}

/** Neighbouring windows that see pixels with the same taps. */
export interface Segment extends Taps {
  readonly from: number;
  readonly to: number;
}

/** Cuts the windows of an axis into runs with the same taps. */
export function segmentsOf(axis: AxisGeometry): readonly Segment[] {
  const segments: Segment[] = [];
  for (let output = 0; output < axis.outputs; output++) {
    const taps = tapsOf(axis, output);
    const last = segments.at(-1);
    if (last?.first === taps.first && last.end === taps.end) {
      segments[segments.length - 1] = { ...last, to: output + 1 };
    } else {
      segments.push({ ...taps, from: output, to: output + 1 });
    }
  }
  return segments;
}
