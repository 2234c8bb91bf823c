import { integers } from '../op/attribute.js';
import { resolveAxes } from '../op/axes.js';
import { type MovementOp, view } from '../op/movement.js';
import type { Dim } from '../shape/dimension.js';

/** Attributes of {@link expandDims}. */
export interface ExpandDimsAttributes {
  /** Where `y` has the new axes; may count from the end of `y`. */
  readonly axes: readonly number[];
}

/**
 * Puts axes of extent 1 in: `[H, W]` with axes `[0, -1]` is `[1, H, W, 1]`.
 *
 * Source: ONNX Unsqueeze-13; NumPy `expand_dims`.
 */
export const expandDims: MovementOp<ExpandDimsAttributes> = view<ExpandDimsAttributes>({
  name: 'expandDims',
  attributes: { axes: integers() },
  shape({ shape }, { axes }) {
    const rest = shape.values();
    const added = resolveAxes(axes, shape.length + axes.length);
    return Array.from({ length: shape.length + axes.length }, (_, axis) =>
      added.includes(axis) ? 1 : (rest.next().value as Dim),
    );
  },
});
