import { ShapeMismatchError } from '../errors/errors.js';
import { resolveAxis } from '../shape/shape.js';
import { boolean, integer } from './attribute.js';
import { axisBefore } from './axes.js';
import { numeric, one, type OpDefinition } from './definition.js';
import { permutedResult, reducedShape, workPerInput } from './reduction.js';

/** Attributes of `argMax` and `argMin`. */
export interface ArgReductionAttributes {
  /** The axis to search, may count from the end; −1. */
  readonly axis: number;
  /** Whether the searched axis stays with extent 1; false. */
  readonly keepDims: boolean;
  /** Among equal extremes, whether the last one counts rather than the first; false. */
  readonly selectLast: boolean;
}

/** An op that says where along an axis an extreme lies. */
export type ArgReductionOp = OpDefinition<{ x: 'one' }, ArgReductionAttributes, readonly ['y']>;

/** Defines a search for an extreme. Its work is one operation an element of `x`. */
export function argReduction(name: string): ArgReductionOp {
  return {
    name,
    operands: { x: one(numeric) },
    results: ['y'],
    attributes: { axis: integer(-1), keepDims: boolean(false), selectLast: boolean(false) },
    sets: ['reduction'],
    infer({ x }, { axis, keepDims }) {
      const at = resolveAxis(axis, x.shape.length);
      if (x.shape[at] === 0) throw new ShapeMismatchError(`axis ${at} of x is empty`);
      return [{ dtype: 'int32', shape: reducedShape(x.shape, [at], keepDims) }];
    },
    work: workPerInput(1),
    permute: (attributes, permutation) => ({
      attributes: { ...attributes, axis: axisBefore(attributes.axis, permutation) },
      result: permutedResult([attributes.axis], attributes.keepDims, permutation),
    }),
  };
}
