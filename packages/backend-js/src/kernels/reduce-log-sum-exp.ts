import { broadcastNest, walkNest } from '../elementwise/broadcast-nest.js';
import { exponential } from '../elementwise/exponential.js';
import type { Kernel } from '../kernel.js';
import { keptShape } from '../reduction/reduce.js';

/** Two passes over x: the greatest elements, then the sums of powers below them. */
export const reduceLogSumExp: Kernel<'reduceLogSumExp'> = {
  plan(site) {
    const nest = broadcastNest([keptShape(site)], site.operands.x.shape);
    const step = nest.inner.steps[0]!;
    return {
      bind({ operands: { x }, results }) {
        const y = results[0]!;
        const greatest = new Float64Array(y.length);
        const sums = new Float64Array(y.length);
        const search = walkNest(nest, (start, end, at) => {
          for (let i = start, t = at; i < end; i++, t += step) {
            if (x[i]! > greatest[t]!) greatest[t] = x[i]!;
          }
        });
        const add = walkNest(nest, (start, end, at) => {
          for (let i = start, t = at; i < end; i++, t += step) {
            const power = x[i]! - greatest[t]!;
            sums[t]! += power === -Infinity ? 0 : exponential(power);
          }
        });
        return () => {
          // A finite start keeps Infinity − Infinity out.
          greatest.fill(-Number.MAX_VALUE);
          sums.fill(0);
          search();
          for (let t = 0; t < y.length; t++) greatest[t] = Math.min(greatest[t]!, Number.MAX_VALUE);
          add();
          for (let t = 0; t < y.length; t++) y[t] = Math.log(sums[t]!) + greatest[t]!;
        };
      },
    };
  },
};
