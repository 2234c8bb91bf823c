import { broadcastNest, walkNest } from '../elementwise/broadcast-nest.js';
import { fits } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const where: Kernel<'where'> = {
  plan({ operands: { condition, a, b }, results }) {
    const result = results[0]!;
    const types = [condition, a, b];
    const nest = broadcastNest(
      types.map(({ shape }) => shape),
      result.shape,
    );
    const names = ['condition', 'a', 'b'] as const;
    const [di, dj, dk] = nest.inner.steps as [number, number, number];
    return {
      inPlace: names.filter((_, o) => fits(types[o]!, o, result, nest)),
      bind(memory) {
        const y = memory.results[0]!;
        const { condition: c, a: yes, b: no } = memory.operands;
        return walkNest(nest, (start, end, i, j, k) => {
          for (let at = start; at < end; at++, i += di, j += dj, k += dk)
            y[at] = c[i] ? yes[j]! : no[k]!;
        });
      },
    };
  },
};
