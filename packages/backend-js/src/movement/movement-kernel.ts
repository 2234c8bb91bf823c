import { type OpName, sizeOf, type TensorData } from '@separable/core';
import type { ConcreteType, Plan, PlanSite, Planner } from '../kernel.js';
import { bindCopy, mergeAxes, type StridedCopy } from './strided-copy.js';

/** The kernel of an op that only gives the elements of `x` another shape. */
export function viewKernel<K extends OpName>(): Planner<K> {
  return { plan: () => view };
}

/** The kernel of an op of one operand `x` that is a single strided copy. */
export function copyKernel<K extends OpName>(
  describe: (site: PlanSite<K>) => StridedCopy,
): Planner<K> {
  return {
    plan(site): Plan<K> {
      const copy = describe(site);
      const { x } = site.operands as unknown as { readonly x: ConcreteType };
      if (keepsOrder(copy, sizeOf(x.shape))) return view;
      return {
        bind({ operands, results }) {
          return bindCopy(copy, (operands as unknown as { readonly x: TensorData }).x, results[0]!);
        },
      };
    },
  };
}

const view = { view: 'x' as never };

/** Whether a copy takes all of its operand's elements in their order. */
function keepsOrder({ axes, fromStart, toStart }: StridedCopy, size: number): boolean {
  const [axis, ...more] = mergeAxes(axes);
  if (fromStart !== 0 || toStart !== 0 || more.length > 0) return false;
  return axis === undefined ? size === 1 : axis.extent === size && axis.from === 1 && axis.to === 1;
}
