import { bytesPerElement, type OpName, sizeOf } from '@separable/core';
import type { ConcreteType, Kernel, Plan, PlanSite } from '../kernel.js';
import { planCopy } from './copy-plan.js';
import { keepsOrder, type StridedCopy } from './strided-copy.js';

/** The kernel of an op of one operand `x` that is a single strided copy. */
export function copyKernel<K extends OpName>(
  describe: (site: PlanSite<K>) => StridedCopy,
): Kernel<K> {
  return {
    plan(site): Plan<K> {
      const copy = describe(site);
      const { x } = site.operands as unknown as { readonly x: ConcreteType };
      if (keepsOrder(copy, sizeOf(x.shape))) return { view: 'x' as never };
      const { label, units, emit } = planCopy(copy, bytesPerElement(x.dtype));
      return {
        label,
        stages: [
          {
            units,
            emit({ f, unit, operands, results }) {
              emit(f, unit, (operands as unknown as { readonly x: number }).x, results[0]!);
            },
          },
        ],
      };
    },
  };
}
