import type { Kernel } from '../kernel.js';
import { forEachLane, lanesOf } from '../lanes/lanes.js';

type Before = (a: number, b: number) => boolean;

/** NaN is the greatest, as if it stood beyond Infinity. */
const greater: Before = (a, b) => a > b || (a !== a && b === b);
const less: Before = (a, b) => greater(b, a);

/** Keeps the best k of a lane in order while it is read: few of its elements get in. */
export const topK: Kernel<'topK'> = {
  plan({ attributes: { k, axis, largest }, operands }) {
    const lanes = lanesOf(operands.x.shape, axis);
    const { extent, inner } = lanes;
    const before = largest ? greater : less;
    return {
      scratch: [{ dtype: 'int32', length: k }],
      bind({ operands: { x }, results, scratch }) {
        const [values, indices] = results;
        const best = scratch[0]!;
        return () =>
          forEachLane(lanes, (first, lane) => {
            let count = 0;
            for (let i = 0; i < extent; i++) {
              const value = x[first + i * inner]!;
              if (count === k && !(k > 0 && before(value, x[first + best[k - 1]! * inner]!)))
                continue;
              // Behind its equals, which have lower indices.
              let low = 0;
              for (let high = count; low < high;) {
                const middle = (low + high) >> 1;
                if (before(value, x[first + best[middle]! * inner]!)) high = middle;
                else low = middle + 1;
              }
              if (count < k) count++;
              best.copyWithin(low + 1, low, count - 1);
              best[low] = i;
            }
            const start = Math.floor(lane / inner) * k * inner + (lane % inner);
            for (let i = 0; i < k; i++) {
              values![start + i * inner] = x[first + best[i]! * inner]!;
              indices![start + i * inner] = best[i]!;
            }
          });
      },
    };
  },
};
