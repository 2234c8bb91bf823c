import { boundedRelu } from '../elementwise/bounded-relu.js';
import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const clip: UnaryKernel<'clip'> = unary(({ min, max }) => {
  if (min === 0 && (max === null || max >= 0)) return boundedRelu(Math.fround(max ?? Infinity));
  return (x, y, start, end) => {
    // Bounds of integers must not wrap when they are stored.
    const [least, most] =
      y instanceof Float32Array ? [-Infinity, Infinity] : y instanceof Int32Array ? [-(2 ** 31), 2 ** 31 - 1] : [0, 255];
    const within = (bound: number): number => Math.min(Math.max(bound, least), most);
    const isFloat = y instanceof Float32Array;
    const low = within(isFloat ? Math.fround(min ?? -Infinity) : (min ?? -Infinity));
    const high = within(isFloat ? Math.fround(max ?? Infinity) : (max ?? Infinity));
    for (let i = start; i < end; i++) {
      const value = x[i]!;
      const raised = value < low ? low : value;
      y[i] = raised > high ? high : raised;
    }
  };
});
