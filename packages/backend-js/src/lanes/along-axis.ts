import { type AttributesOf, type OpName, type TensorData } from '@separable/core';
import type { ConcreteType, Kernel, PlanSite, StepPlan } from '../kernel.js';
import { forEachLane, lanesOf } from './lanes.js';

/**
 * One lane of `count` elements, `stride` apart from `first` on. `y` may be `x`; y[i] is written after the
 * last read of x[i].
 */
export type LaneLoop = (
  x: TensorData,
  y: TensorData,
  first: number,
  stride: number,
  count: number,
) => void;

/**
 * Makes the kernel of an op whose lanes along an axis do not see each other.
 *
 * @param choose the loop for given attributes and lanes of so many elements
 */
export function alongAxis<K extends OpName>(
  choose: (attributes: AttributesOf<K>, extent: number) => LaneLoop,
): Kernel<K> {
  return {
    plan({ attributes, operands }: PlanSite<K>): StepPlan<K> {
      const { axis } = attributes as unknown as { readonly axis: number };
      const { shape } = (operands as unknown as { readonly x: ConcreteType }).x;
      const lanes = lanesOf(shape, axis);
      const loop = choose(attributes, lanes.extent);
      return {
        inPlace: ['x'] as never,
        bind(memory) {
          const { x } = memory.operands as unknown as { readonly x: TensorData };
          const y = memory.results[0]!;
          return () => forEachLane(lanes, (first) => loop(x, y, first, lanes.inner, lanes.extent));
        },
      };
    },
  };
}
