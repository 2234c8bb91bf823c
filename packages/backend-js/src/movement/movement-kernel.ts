import type { OpName, TensorData } from '@separable/core';
import type { Kernel, Plan, PlanSite } from '../kernel.js';
import { bindCopy, mergeAxes, type StridedCopy } from './strided-copy.js';

/** The kernel of an op that only gives the elements of `x` another shape. */
export function viewKernel<K extends OpName>(): Kernel<K> {
  return { plan: () => ({ view: 'x' }) as unknown as Plan<K> };
}

/** The kernel of an op of one operand that is a single strided copy. */
export function copyKernel<K extends OpName>(describe: (site: PlanSite<K>) => StridedCopy): Kernel<K> {
  return { plan: (site) => copyPlan<K>(describe(site)) };
}

function copyPlan<K extends OpName>(copy: StridedCopy): Plan<K> {
  if (keepsOrder(copy)) return { view: 'x' } as unknown as Plan<K>;
  return {
    bind({ operands, results }) {
      const { x } = operands as unknown as { readonly x: TensorData };
      return bindCopy(copy, x, results[0]!);
    },
  };
}
