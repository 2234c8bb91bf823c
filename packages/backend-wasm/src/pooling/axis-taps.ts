import { type FunctionBuilder, i32, type Local, select } from '../encoder/index.js';
import type { AxisGeometry } from '../convolution/window-geometry.js';

/** The taps of one window that see pixels. */
export interface AxisTaps {
  /** The first pixel of x under the window. */
  readonly first: Local<'i32'>;
  /** Taps on pixels of x. */
  readonly count: Local<'i32'>;
  /** Taps on pixels of x and of its padding. */
  readonly padded: Local<'i32'>;
}

/**
 * Writes the code that finds the taps of window `output`.
 *
 * @param after pixels of padding behind the last
 */
export function emitAxisTaps(
  f: FunctionBuilder,
  { size, kernel, stride, dilation, before }: AxisGeometry,
  after: number,
  output: Local<'i32'>,
): AxisTaps {
  const start = f.local('i32', i32.sub(i32.mul(output, stride), before));
  // Taps below a pixel: the rounded-up quotient, from 0 to the kernel's extent.
  const tapsBelow = (pixel: number): Local<'i32'> => {
    const steps = i32.divS(i32.add(i32.sub(pixel, start), dilation - 1), dilation);
    const taps = f.local('i32', steps);
    f.set(taps, select('i32', 0, taps, i32.ltS(i32.sub(pixel, start), 0)));
    f.set(taps, select('i32', kernel, taps, i32.gtS(taps, kernel)));
    return taps;
  };
  const ahead = tapsBelow(0);
  const first = f.local('i32', i32.add(start, i32.mul(ahead, dilation)));
  const count = f.local('i32', i32.sub(tapsBelow(size), ahead));
  return { first, count, padded: tapsBelow(size + after) };
}
