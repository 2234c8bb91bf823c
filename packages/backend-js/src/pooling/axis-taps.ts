import { resolvePadding, type Window } from '@separable/core';

/** Where the taps of a window fall along one axis, for each of its positions. */
export interface AxisTaps {
  /** The first pixel of x under the window. */
  readonly first: Int32Array;
  /** Taps on pixels of x. */
  readonly count: Int32Array;
  /** Taps on pixels of x and of its padding. */
  readonly padded: Int32Array;
}

/** The taps of `outputs` positions of a window over `size` pixels. */
export function axisTaps(size: number, outputs: number, window: Window): AxisTaps {
  const { before, after } = resolvePadding(size, window);
  const taps: AxisTaps = {
    first: new Int32Array(outputs),
    count: new Int32Array(outputs),
    padded: new Int32Array(outputs),
  };
  const { stride, dilation, kernel } = window;
  for (let i = 0; i < outputs; i++) {
    const start = i * stride - before;
    const within = (low: number, high: number): readonly [first: number, end: number] => [
      Math.min(kernel, Math.max(0, Math.ceil((low - start) / dilation))),
      Math.min(kernel, Math.max(0, Math.ceil((high - start) / dilation))),
    ];
    const [first, end] = within(0, size);
    taps.first[i] = start + first * dilation;
    taps.count[i] = end - first;
    const [outer, outerEnd] = within(-before, size + after);
    taps.padded[i] = outerEnd - outer;
  }
  return taps;
}
