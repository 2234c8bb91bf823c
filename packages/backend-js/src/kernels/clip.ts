import type { TensorData } from '@separable/core';
import { positivePart } from '../elementwise/positive-part.js';
import { type RangeLoop, unary, type UnaryKernel } from '../elementwise/unary.js';

export const clip: UnaryKernel<'clip'> = unary(({ min, max }) => {
  if (min === 0 && (max === null || max >= 0)) return fromZero(max ?? Infinity);
  return (x, y, start, end) => {
    const low = bound(min ?? -Infinity, y);
    const high = bound(max ?? Infinity, y);
    for (let i = start; i < end; i++) {
      const value = x[i]!;
      const raised = value < low ? low : value;
      y[i] = raised > high ? high : raised;
    }
  };
});

/** A bound as an array holds it: rounded to float32, or cut to the range of integers, never wrapped. */
function bound(value: number, y: TensorData): number {
  if (y instanceof Float32Array) return Math.fround(value);
  return y instanceof Uint8Array
    ? Math.min(Math.max(value, 0), 255)
    : Math.min(Math.max(value, -(2 ** 31)), 2 ** 31 - 1);
}

/** The common `clip(x, 0, max)`, as fast as relu6. */
function fromZero(max: number): RangeLoop {
  // Out of a typed array the bound is a double to the engine, which otherwise boxes every result.
  const bounds = Float64Array.of(Math.fround(max), max);
  return (x, y, start, end) => {
    const most = bounds[y instanceof Float32Array ? 0 : 1]!;
    for (let i = start; i < end; i++) y[i] = Math.min(positivePart(x[i]!), most);
  };
}
