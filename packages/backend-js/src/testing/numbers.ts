import { type DType, sizeOf, type Tensor, tensor } from '@separable/core';

/** Repeatable numbers between −1 and 1, for tests. Source: Steele & Vigna's SplitMix, 32 bits. */
export function numbers(count: number, seed: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 31 - 1;
  });
}

/** A tensor of {@link numbers}, rounded to the dtype. */
export function randomTensor(
  shape: readonly number[],
  seed: number,
  dtype: DType = 'float32',
): Tensor {
  return tensor(dtype, shape, numbers(sizeOf(shape), seed));
}
