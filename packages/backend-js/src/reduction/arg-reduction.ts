import type { TensorData } from '@separable/core';
import type { Kernel, PlanSite, StepPlan } from '../kernel.js';
import { forEachLane, lanesOf } from '../lanes/lanes.js';

/** Makes the kernel of a search: the extreme of `sign · x`, where NaN is the most extreme. */
export function argReduction<K extends 'argMax' | 'argMin'>(sign: 1 | -1): Kernel<K> {
  return {
    plan(site: PlanSite<K>): StepPlan<K> {
      const { attributes, operands } = site as unknown as PlanSite<'argMax'>;
      const lanes = lanesOf(operands.x.shape, attributes.axis);
      const { extent, inner } = lanes;
      const { selectLast } = attributes;
      return {
        bind: (memory) => () => {
          const { x } = memory.operands as unknown as { readonly x: TensorData };
          const y = memory.results[0]!;
          forEachLane(lanes, (first, lane) => {
            let best = 0;
            let extreme = sign * x[first]!;
            for (let i = 1, at = first + inner; i < extent; i++, at += inner) {
              const value = sign * x[at]!;
              const ties =
                selectLast && (value === extreme || (value !== value && extreme !== extreme));
              const wins = value > extreme || (value !== value && extreme === extreme);
              if (ties || wins) {
                best = i;
                extreme = value;
              }
            }
            y[lane] = best;
          });
        },
      };
    },
  };
}
