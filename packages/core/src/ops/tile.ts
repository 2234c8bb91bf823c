import { GraphError } from '../errors/errors.js';
import { dimensions } from '../op/attribute.js';
import { listBefore } from '../op/axes.js';
import { movement, type MovementOp } from '../op/movement.js';
import * as dim from '../shape/dimension.js';
import type { Dim } from '../shape/dimension.js';
import type { Shape } from '../shape/shape.js';

/** Attributes of {@link tile}. */
export interface TileAttributes {
  /** How often `x` repeats along each axis. */
  readonly repeats: readonly Dim[];
}

/**
 * Repeats `x` as a whole: `y[i_0, …] = x[i_0 mod n_0, …]`.
 *
 * Source: ONNX Tile-13; NumPy `tile`.
 */
export const tile: MovementOp<TileAttributes> = movement<TileAttributes>({
  name: 'tile',
  attributes: { repeats: dimensions() },
  shape: (x, { repeats }) => tiled(x.shape, repeats),
  decompose(g, { x }, { repeats }) {
    // An axis of n repeated r times is [r, n] flattened, with r stretched from 1.
    const split = (first: (r: Dim) => Dim): Shape =>
      x.shape.flatMap((n, axis) => (repeats[axis] === 1 ? [n] : [first(repeats[axis]!), n]));
    const apart = g.reshape({ x }, { shape: split(() => 1) });
    const repeated = g.expand({ x: apart }, { shape: split((r) => r) });
    return [g.reshape({ x: repeated }, { shape: tiled(x.shape, repeats) })];
  },
  permute: ({ repeats }, permutation) => ({
    attributes: { repeats: listBefore(repeats, permutation) },
    result: permutation,
  }),
});

function tiled(shape: Shape, repeats: readonly Dim[]): Shape {
  if (repeats.length !== shape.length) {
    throw new GraphError(`tile needs ${shape.length} repeats, one for each axis`);
  }
  return shape.map((extent, axis) => dim.multiply(extent, repeats[axis]!));
}
