import { axisOf, coordinatesOf, positionOf } from '../coordinates.js';
import { blank, type OracleOp } from '../exact.js';

/** Tensors one after the other along an axis. */
export const concat: OracleOp<'concat'> = ({ operands: { inputs }, attributes }) => {
  const first = inputs[0]!;
  const axis = axisOf(attributes.axis, first.shape.length);
  const y = blank(
    first.dtype,
    first.shape.with(
      axis,
      inputs.reduce((sum, input) => sum + input.shape[axis]!, 0),
    ),
  );
  let start = 0;
  for (const input of inputs) {
    input.value.forEach((v, i) => {
      const coordinates = coordinatesOf(i, input.shape);
      const at = positionOf(coordinates.with(axis, coordinates[axis]! + start), y.shape);
      y.value[at] = v;
      y.error[at] = input.error[i]!;
    });
    start += input.shape[axis]!;
  }
  return [y];
};
