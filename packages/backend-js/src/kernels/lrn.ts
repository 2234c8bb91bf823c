import type { Kernel } from '../kernel.js';

/** The squares of each window are added anew: running sums would cancel. */
export const lrn: Kernel<'lrn'> = {
  plan({ attributes: { size, alpha, beta, bias }, operands }) {
    const channels = operands.x.shape.at(-1)!;
    const before = Math.floor((size - 1) / 2);
    return {
      bind:
        ({ operands: { x }, results: [y] }) =>
        () => {
          for (let row = 0; row < x.length; row += channels) {
            for (let c = 0; c < channels; c++) {
              const end = Math.min(c - before + size, channels);
              let sum = 0;
              for (let w = Math.max(c - before, 0); w < end; w++) sum += x[row + w]! ** 2;
              y![row + c] = x[row + c]! / (bias + (alpha / size) * sum) ** beta;
            }
          }
        },
    };
  },
};
