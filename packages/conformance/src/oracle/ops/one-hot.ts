import { convert } from '../convert.js';
import { blank, type OracleOp } from '../exact.js';
import { axisOf, coordinatesOf, positionOf } from '../coordinates.js';

/**
 * A new axis of `depth` elements, `on` at the index and `off` elsewhere; negative indices count from
 * the end, one outside leaves `off` everywhere.
 */
export const oneHot: OracleOp<'oneHot'> = ({ operands: { indices }, attributes }) => {
  const { depth, axis, dtype } = attributes;
  const at = axisOf(axis, indices.shape.length + 1);
  const y = blank(dtype, indices.shape.toSpliced(at, 0, depth));
  const [on, off] = [attributes.on, attributes.off].map((v) =>
    convert(Math.fround(v), 'float32', dtype),
  );
  for (let i = 0; i < y.value.length; i++) {
    const coordinates = coordinatesOf(i, y.shape);
    const from = positionOf(coordinates.toSpliced(at, 1), indices.shape);
    const index = indices.value[from]!;
    y.value[i] = coordinates[at] === (index < 0 ? index + depth : index) ? on! : off!;
    y.error[i] = indices.error[from]!;
  }
  return [y];
};
