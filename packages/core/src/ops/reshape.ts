import { ShapeMismatchError } from '../errors/errors.js';
import { dimensions } from '../op/attribute.js';
import { differ, divided } from '../op/extent.js';
import { movement, type MovementOp } from '../op/movement.js';
import * as dim from '../shape/dimension.js';
import type { Dim } from '../shape/dimension.js';
import { shapeText } from '../shape/shape.js';

/** Attributes of {@link reshape}. */
export interface ReshapeAttributes {
  /** The new extents. One may be −1: what the others leave. 0 is an extent of 0. */
  readonly shape: readonly Dim[];
}

/**
 * The same elements in the same row-major order under another shape.
 *
 * - `x` any shape, `y` `shape` with the same number of elements. A −1 is inferred on symbols too:
 *   `[batch, H, W, 8]` as `[batch, -1, 8]` is `[batch, H*W, 8]`.
 *
 * Source: ONNX Reshape-14 with `allowzero = 1`; NumPy `reshape`.
 */
export const reshape: MovementOp<ReshapeAttributes> = {
  ...movement<ReshapeAttributes>({
    name: 'reshape',
    attributes: { shape: dimensions() },
    shape: (x, { shape }) => resolve(x.shape, shape),
  }),
  sets: ['movement', 'view'],
};

function resolve(from: readonly Dim[], to: readonly Dim[]): readonly Dim[] {
  const total = dim.product(from);
  const open = to.indexOf(-1);
  const known = dim.product(to.filter((_, axis) => axis !== open));
  if (open < 0 ? differ(total, known) : typeof known === 'number' && known < 1) {
    throw new ShapeMismatchError(`${shapeText(from)} does not reshape to ${shapeText(to)}`);
  }
  return open < 0 ? to : to.with(open, divided(total, known, 'number of elements'));
}
