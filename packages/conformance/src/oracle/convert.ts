import type { DType } from '@separable/core';
import { wrap } from './integer.js';

const ranges = { int32: [-(2 ** 31), 2 ** 31 - 1], uint8: [0, 255] } as const;

/**
 * A number of one dtype as another, float32 results left unrounded: floats truncate toward zero and
 * saturate (NaN is 0), integers wrap, truth is `x ≠ 0`.
 */
export function convert(v: number, from: DType, to: DType): number {
  if (to === 'float32') return v;
  if (to === 'bool') return Number(v !== 0);
  if (from !== 'float32') return wrap(to, BigInt(v));
  const [least, most] = ranges[to];
  return Number.isNaN(v) ? 0 : Math.min(Math.max(Math.trunc(v), least), most);
}
