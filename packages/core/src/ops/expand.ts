import { dimensions } from '../op/attribute.js';
import { movement, type MovementOp } from '../op/movement.js';
import type { Dim } from '../shape/dimension.js';
import { broadcast } from '../shape/shape.js';

/** Attributes of {@link expand}. */
export interface ExpandAttributes {
  /** Extents to stretch to; 1 keeps the extent of `x`. */
  readonly shape: readonly Dim[];
}

/**
 * Repeats `x` along its extents of 1, so that it has the broadcast of its shape and `shape`.
 *
 * Source: ONNX Expand-13; NumPy `broadcast_to` where `shape` has no 1.
 */
export const expand: MovementOp<ExpandAttributes> = movement<ExpandAttributes>({
  name: 'expand',
  attributes: { shape: dimensions() },
  shape: (x, { shape }) => broadcast(x.shape, shape),
});
