import { behind, broadcastShapes, coordinatesOf } from '../coordinates.js';
import { blank, type OracleOp } from '../exact.js';

/** a where the condition holds, b elsewhere; all three broadcast. */
export const where: OracleOp<'where'> = ({ operands: { condition, a, b } }) => {
  const shape = broadcastShapes(condition.shape, broadcastShapes(a.shape, b.shape));
  const y = blank(a.dtype, shape);
  for (let at = 0; at < y.value.length; at++) {
    const coordinates = coordinatesOf(at, shape);
    const c = behind(coordinates, condition.shape);
    const chosen = condition.value[c] === 0 ? b : a;
    const i = behind(coordinates, chosen.shape);
    y.value[at] = chosen.value[i]!;
    y.error[at] = condition.error[c] === 0 ? chosen.error[i]! : Infinity;
  }
  return [y];
};
