import { ShapeMismatchError } from '../errors/errors.js';
import { integersOrNull } from '../op/attribute.js';
import { resolveAxes } from '../op/axes.js';
import { differ } from '../op/extent.js';
import { type MovementOp, view } from '../op/movement.js';
import { isConcrete, shapeText } from '../shape/shape.js';

/** Attributes of {@link squeeze}. */
export interface SqueezeAttributes {
  /** Axes of extent 1 to leave out, may count from the end; null takes all of them. */
  readonly axes: readonly number[] | null;
}

/**
 * Leaves axes of extent 1 out. With symbolic extents the axes must be named, since the rank of `y`
 * would depend on sizes otherwise.
 *
 * Source: ONNX Squeeze-13; NumPy `squeeze`.
 */
export const squeeze: MovementOp<SqueezeAttributes> = view<SqueezeAttributes>({
  name: 'squeeze',
  attributes: { axes: integersOrNull() },
  shape({ shape }, { axes }) {
    if (axes === null) {
      if (isConcrete(shape)) return shape.filter((extent) => extent !== 1);
      throw new ShapeMismatchError(
        `name the axes to squeeze: ${shapeText(shape)} has open extents`,
      );
    }
    const out = resolveAxes(axes, shape.length);
    const wide = out.find((axis) => differ(shape[axis]!, 1));
    if (wide !== undefined) {
      throw new ShapeMismatchError(`axis ${wide} of ${shapeText(shape)} is not 1`);
    }
    return shape.filter((_, axis) => !out.includes(axis));
  },
});
