import type { Kernel } from '../kernel.js';
import { lanesOf } from '../lanes/lanes.js';

/** Each channel is a line: slope and mean are computed first, whether statistics are constants or not. */
export const batchNorm: Kernel<'batchNorm'> = {
  plan({ attributes: { axis, epsilon }, operands }) {
    const { outer, extent, inner } = lanesOf(operands.x.shape, axis);
    const slopes = new Float64Array(extent);
    return {
      inPlace: ['x'],
      bind(memory) {
        const { x, mean, variance, scale, offset } = memory.operands;
        const y = memory.results[0]!;
        return () => {
          for (let c = 0; c < extent; c++) {
            slopes[c] = (scale === undefined ? 1 : scale[c]!) / Math.sqrt(variance[c]! + epsilon);
          }
          for (let o = 0, i = 0; o < outer; o++) {
            for (let c = 0; c < extent; c++) {
              const slope = slopes[c]!;
              const centre = mean[c]!;
              const shift = offset === undefined ? 0 : offset[c]!;
              for (const end = i + inner; i < end; i++) y[i] = (x[i]! - centre) * slope + shift;
            }
          }
        };
      },
    };
  },
};
