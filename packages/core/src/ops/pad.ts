import { GraphError, ShapeMismatchError } from '../errors/errors.js';
import { dimensions, float, oneOf } from '../op/attribute.js';
import { listBefore } from '../op/axes.js';
import { movement, type MovementOp } from '../op/movement.js';
import * as dim from '../shape/dimension.js';
import type { Dim } from '../shape/dimension.js';

/** Attributes of {@link pad}. */
export interface PadAttributes {
  /** Elements to put before each axis, none negative. */
  readonly before: readonly Dim[];
  /** Elements to put after each axis. */
  readonly after: readonly Dim[];
  /** `constant` unless given. */
  readonly mode: 'constant' | 'edge' | 'reflect';
  /** What `constant` puts there, of the dtype of `x`; 0. */
  readonly value: number;
}

/**
 * Puts elements around `x`: a constant, its edge repeated, or its mirror image without the edge
 * (`[1, 2, 3]` reflected by 2 on both sides is `[3, 2, 1, 2, 3, 2, 1]`).
 *
 * Source: ONNX Pad-13, NumPy `pad`; a reflection reaches at most to the other edge.
 */
export const pad: MovementOp<PadAttributes> = movement<PadAttributes>({
  name: 'pad',
  attributes: {
    before: dimensions(),
    after: dimensions(),
    mode: oneOf(['constant', 'edge', 'reflect'], 'constant'),
    value: float(0),
  },
  shape({ dtype, shape }, { before, after, mode, value }) {
    const rank = shape.length;
    if (before.length !== rank || after.length !== rank) {
      throw new GraphError(`pad needs ${rank} numbers before and after, one for each axis`);
    }
    if (dtype !== 'float32' && !Number.isInteger(value)) {
      throw new GraphError(`a pad value of ${dtype} must be an integer, got ${value}`);
    }
    return shape.map((extent, axis) => {
      const sides = [before[axis]!, after[axis]!];
      for (const side of sides) checkSide(side, extent, mode);
      return sides.reduce(dim.add, extent);
    });
  },
  permute: (attributes, permutation) => ({
    attributes: {
      ...attributes,
      before: listBefore(attributes.before, permutation),
      after: listBefore(attributes.after, permutation),
    },
    result: permutation,
  }),
});

function checkSide(side: Dim, extent: Dim, mode: PadAttributes['mode']): void {
  if (typeof side !== 'number' || side === 0) return;
  if (side < 0) throw new GraphError(`padding cannot be negative, got ${side}; slice cuts`);
  const reach =
    mode === 'constant' ? Infinity : mode === 'edge' ? extent && Infinity : dim.subtract(extent, 1);
  if (typeof reach === 'number' && side > reach) {
    throw new ShapeMismatchError(
      `an axis of ${extent} cannot be padded by ${side} in ${mode} mode`,
    );
  }
}
