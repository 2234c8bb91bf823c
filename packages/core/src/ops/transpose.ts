import { ShapeMismatchError } from '../errors/errors.js';
import { integers } from '../op/attribute.js';
import { movement, type MovementOp } from '../op/movement.js';
import { shapeText } from '../shape/shape.js';

/** Attributes of {@link transpose}. */
export interface TransposeAttributes {
  /** Axis `i` of `y` is axis `permutation[i]` of `x`; every axis appears once. */
  readonly permutation: readonly number[];
}

/**
 * Permutes the axes: `y[i_0, i_1, …] = x[…]` with index `i_k` at axis `permutation[k]` of `x`.
 *
 * Source: ONNX Transpose-13; NumPy `transpose`.
 */
export const transpose: MovementOp<TransposeAttributes> = movement<TransposeAttributes>({
  name: 'transpose',
  attributes: { permutation: integers(undefined, { min: 0 }) },
  shape({ shape }, { permutation }) {
    const wrong = shape.some((_, axis) => !permutation.includes(axis));
    if (wrong || permutation.length !== shape.length) {
      throw new ShapeMismatchError(
        `[${permutation.join(', ')}] does not permute the axes of ${shapeText(shape)}`,
      );
    }
    return permutation.map((axis) => shape[axis]!);
  },
});
