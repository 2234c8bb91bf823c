import type { DType } from '@separable/core';
import { f32x4, i32x4 } from '../encoder/index.js';
import type { Fold } from './reduction-kernel.js';

/** Σ of x, |x| or x², as floats or as integers that wrap. */
export function sumOf(dtype: DType, part: 'x' | 'size' | 'square' = 'x'): Fold {
  const lanes = dtype === 'float32' ? f32x4 : i32x4;
  return {
    initial: i32x4.splat(0),
    take: (total, x) =>
      lanes.add(total, part === 'x' ? x : part === 'size' ? lanes.abs(x) : lanes.mul(x, x)),
    merge: lanes.add,
  };
}

export function productOf(dtype: DType): Fold {
  const { splat, mul } = dtype === 'float32' ? f32x4 : i32x4;
  return { initial: splat(1), take: mul, merge: mul };
}

/** The greatest or least element; NaN where there is one. */
export function extremeOf(dtype: DType, which: 'max' | 'min'): Fold {
  const sign = which === 'max' ? -1 : 1;
  if (dtype === 'float32') {
    return { initial: f32x4.splat(sign * Infinity), take: f32x4[which], merge: f32x4[which] };
  }
  const pick = i32x4[`${which}S`];
  return {
    initial: i32x4.splat(which === 'max' ? -(2 ** 31) : 2 ** 31 - 1),
    take: pick,
    merge: pick,
  };
}
