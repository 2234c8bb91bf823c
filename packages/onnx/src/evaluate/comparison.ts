import { compare, type Quantity, toNumber, whole } from '../import/quantity.js';
import { elementTypes } from '../proto/element-types.js';
import { each, pairwise } from './elementwise.js';
import type { Evaluator, Evaluators } from './evaluator.js';

const elementType = elementTypes.bool;

/** A comparison has a result when it comes out the same for all sizes. */
function ordered(holds: (order: -1 | 0 | 1) => boolean): Evaluator {
  return (node) =>
    pairwise(node.known(0), node.known(1), elementType, (a, b) => {
      const order = compare(a, b);
      return order === undefined ? undefined : whole(Number(holds(order)));
    });
}

function logical(compute: (a: boolean, b: boolean) => boolean): Evaluator {
  return (node) =>
    pairwise(node.known(0), node.known(1), elementType, (a, b) => {
      const left = toNumber(a);
      const right = toNumber(b);
      if (left === undefined || right === undefined) return undefined;
      return whole(Number(compute(left !== 0, right !== 0)));
    });
}

/** Comparisons of sizes and what is said of their results. */
export const comparison: Evaluators = {
  Equal: ordered((order) => order === 0),
  Less: ordered((order) => order < 0),
  LessOrEqual: ordered((order) => order <= 0),
  Greater: ordered((order) => order > 0),
  GreaterOrEqual: ordered((order) => order >= 0),
  And: logical((a, b) => a && b),
  Or: logical((a, b) => a || b),
  Xor: logical((a, b) => a !== b),
  Not: (node) =>
    each(node.known(0), elementType, (x): Quantity | undefined => {
      const value = toNumber(x);
      return value === undefined ? undefined : whole(Number(value === 0));
    }),
};
