import { type DType, type OpName, type TensorData } from '@separable/core';
import { broadcastNest, walkNest } from '../elementwise/broadcast-nest.js';
import type { ConcreteType, Kernel, PlanSite, StepPlan } from '../kernel.js';

/**
 * Takes `x[start] … x[end − 1]` into totals: element by element into one total (step 0) or each into its
 * own (step 1), from `totals[at]` on.
 */
export type Gather = (
  x: TensorData,
  totals: Float64Array,
  start: number,
  end: number,
  at: number,
  step: number,
) => void;

/** A reduction in double precision, or in int32 where the loop says so. */
export interface Reduction {
  readonly initial: number;
  readonly gather: Gather;
  /** The result of one total over `count` elements; the total itself unless given. */
  finish?(total: number, count: number): number;
}

/** What every reduction names alike. */
interface ReductionSite {
  readonly attributes: { readonly axes: readonly number[] | null };
  readonly operands: { readonly x: ConcreteType };
  readonly results: readonly ConcreteType[];
}

/** The extents of x with 1 in place of each reduced axis. */
export function keptShape({
  attributes: { axes },
  operands: { x },
}: ReductionSite): readonly number[] {
  const { shape } = x;
  const reduced =
    axes === null ? [...shape.keys()] : axes.map((axis) => (axis + shape.length) % shape.length);
  return shape.map((extent, axis) => (reduced.includes(axis) ? 1 : extent));
}

/** Makes the kernel of a reduction: x is read once in order, whatever the axes. */
export function reduce<K extends OpName>(choose: (dtype: DType) => Reduction): Kernel<K> {
  return {
    plan(erased: PlanSite<K>): StepPlan<K> {
      const site = erased as unknown as ReductionSite;
      const { shape, dtype } = site.operands.x;
      const kept = keptShape(site);
      const { initial, gather, finish } = choose(dtype);
      const nest = broadcastNest([kept], shape);
      const step = nest.inner.steps[0]!;
      const count = shape.reduce(
        (product, extent, axis) => (kept[axis] === extent ? product : product * extent),
        1,
      );
      return {
        bind({ operands, results }) {
          const { x } = operands as unknown as { readonly x: TensorData };
          const y = results[0]!;
          const totals = new Float64Array(y.length);
          const walk = walkNest(nest, (start, end, at) => gather(x, totals, start, end, at, step));
          return () => {
            totals.fill(initial);
            walk();
            if (finish === undefined) y.set(totals);
            else for (let i = 0; i < y.length; i++) y[i] = finish(totals[i]!, count);
          };
        },
      };
    },
  };
}
