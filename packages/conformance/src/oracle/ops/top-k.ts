import { linesAlong, axisOf } from '../coordinates.js';
import { blank, type OracleOp } from '../exact.js';
import { elementOf } from '../pairwise.js';
import { mayTrade, ranked } from '../pick.js';

/**
 * The k most extreme elements along an axis and their indices; of equal ones the first comes first,
 * NaN is the largest. The order of `sorted: false` is open, and so are its elements.
 */
export const topK: OracleOp<'topK'> = ({
  operands: { x },
  attributes: { k, axis, largest, sorted },
}) => {
  const at = axisOf(axis, x.shape.length);
  const shape = x.shape.with(at, k);
  const values = blank(x.dtype, shape);
  const indices = blank('int32', shape);
  const targets = linesAlong(shape, at);
  linesAlong(x.shape, at).forEach((places, line) => {
    const terms = places.map((place) => elementOf(x, place));
    const order = ranked(terms, largest);
    targets[line]!.forEach((target, rank) => {
      const chosen = terms[order[rank]!]!;
      const trades = terms.some(
        (term) => term !== chosen && (term.error > 0 || chosen.error > 0) && mayTrade(term, chosen),
      );
      const open = !sorted && k > 1;
      values.value[target] = chosen.value;
      indices.value[target] = order[rank]!;
      // Whoever wins, the value at a rank moves no further than the largest error.
      values.error[target] = open ? Infinity : Math.max(...terms.map((term) => term.error));
      indices.error[target] = open || trades ? Infinity : 0;
    });
  });
  return [values, indices];
};
