import { isInteger, type KnownResult } from '../import/known.js';
import { compare, truncate, whole } from '../import/quantity.js';
import { elementTypes } from '../proto/element-types.js';
import { each } from './elementwise.js';
import type { Evaluators } from './evaluator.js';

const { float, double, int32, int64, bool } = elementTypes;
const kept: readonly number[] = [float, double, int32, int64];

/** Casts of sizes: to a float they stay exact, to an integer they lose their fraction. */
export const cast: Evaluators = {
  Cast: (node) => castTo(node.known(0), node.attributes.int('to')),
  CastLike: (node) => {
    const like = node.known(1);
    return like && castTo(node.known(0), like.elementType);
  },
};

function castTo(x: KnownResult | undefined, type: number): KnownResult | undefined {
  if (type === bool) {
    return each(x, bool, (value) => {
      const order = compare(value, whole(0));
      return order === undefined ? undefined : whole(Number(order !== 0));
    });
  }
  if (!kept.includes(type)) return undefined;
  return each(x, type, (value) => (isInteger(type) ? truncate(value) : value));
}
