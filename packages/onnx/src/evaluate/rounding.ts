import { ceilQuantity, compare, floorQuantity, negate, whole } from '../import/quantity.js';
import { each } from './elementwise.js';
import type { Evaluators } from './evaluator.js';
import { extremum } from './extremum.js';

/** Rounding and signs of sizes. */
export const rounding: Evaluators = {
  Floor: (node) => each(node.known(0), undefined, floorQuantity),
  Ceil: (node) => each(node.known(0), undefined, ceilQuantity),
  Relu: (node) => each(node.known(0), undefined, (x) => extremum('max', x, whole(0))),
  Neg: (node) => each(node.known(0), undefined, negate),
  Abs: (node) =>
    each(node.known(0), undefined, (x) => {
      const sign = compare(x, whole(0));
      if (sign === undefined) return undefined;
      return sign < 0 ? negate(x) : x;
    }),
};
