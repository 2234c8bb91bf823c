import type { DType } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { lanesOf } from '../lanes/lanes.js';

export const oneHot: Kernel<'oneHot'> = {
  plan({ attributes: { depth, axis, on, off, dtype }, results }) {
    const { outer, inner } = lanesOf(results[0]!.shape, axis);
    const [yes, no] = [stored(on, dtype), stored(off, dtype)];
    return {
      bind:
        ({ operands: { indices }, results: [y] }) =>
        () => {
          y!.fill(no);
          for (let o = 0, lane = 0; o < outer; o++) {
            for (let i = 0; i < inner; i++, lane++) {
              const index = indices[lane]!;
              const at = index < 0 ? index + depth : index;
              if (at >= 0 && at < depth) y![(o * depth + at) * inner + i] = yes;
            }
          }
        },
    };
  },
};

/** The number cast to a dtype as `cast` does: integers saturate. */
function stored(value: number, dtype: DType): number {
  if (dtype === 'float32') return value;
  if (dtype === 'bool') return Number(value !== 0);
  const [least, most] = dtype === 'int32' ? [-(2 ** 31), 2 ** 31 - 1] : [0, 255];
  return Math.min(Math.max(value, least), most);
}
