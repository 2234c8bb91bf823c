import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';
import type { AxisGeometry } from './window-geometry.js';

/** The taps of a row of windows, worked out by the code. */
export interface RowTaps {
  /** The first row of taps that sees pixels. */
  readonly first: Local<'i32'>;
  /** How many do. */
  readonly count: Local<'i32'>;
  /** The row of pixels that the first of them sees; 0 where none does. */
  readonly pixel: Local<'i32'>;
}

/** Writes the code that finds the taps of output row `output`; the counterpart of `tapsOf`. */
export function emitRowTaps(
  f: FunctionBuilder,
  { size, kernel, stride, dilation, before }: AxisGeometry,
  output: Local<'i32'>,
): RowTaps {
  const start = f.local('i32', i32.sub(i32.mul(output, stride), before));
  const first = f.local('i32', 0);
  const count = f.local('i32', 0);
  f.if(i32.ltS(start, 0), () => f.set(first, i32.divS(i32.sub(dilation - 1, start), dilation)));
  f.if(i32.gtS(first, kernel), () => f.set(first, kernel));
  const pixel = f.local('i32', i32.add(start, i32.mul(first, dilation)));
  f.if(
    i32.ltS(pixel, size),
    () => f.set(count, i32.divS(i32.add(i32.sub(size, pixel), dilation - 1), dilation)),
    () => f.set(pixel, 0),
  );
  f.if(i32.gtS(count, i32.sub(kernel, first)), () => f.set(count, i32.sub(kernel, first)));
  return { first, count, pixel };
}
