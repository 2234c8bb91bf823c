import { axisOf, coordinatesOf, positionOf } from '../coordinates.js';
import { blank, type OracleOp } from '../exact.js';

/**
 * Entries of an axis of x by index, negative ones from the end; the axes of `indices` take its place.
 *
 * @throws RangeError when an index is outside the axis
 */
export const gather: OracleOp<'gather'> = ({ operands: { x, indices }, attributes }) => {
  const axis = axisOf(attributes.axis, x.shape.length);
  const extent = x.shape[axis]!;
  const rank = indices.shape.length;
  const y = blank(x.dtype, x.shape.toSpliced(axis, 1, ...indices.shape));
  for (let i = 0; i < y.value.length; i++) {
    const at = coordinatesOf(i, y.shape);
    const chosen = positionOf(at.slice(axis, axis + rank), indices.shape);
    const index = indices.value[chosen]!;
    if (index < -extent || index >= extent)
      throw new RangeError(`gather: index ${index} of an axis of ${extent}`);
    const from = positionOf(at.toSpliced(axis, rank, index < 0 ? index + extent : index), x.shape);
    y.value[i] = x.value[from]!;
    y.error[i] = indices.error[chosen] === 0 ? x.error[from]! : Infinity;
  }
  return [y];
};
