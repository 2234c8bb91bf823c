import { GraphError } from '../errors/errors.js';
import { dimensions, integers } from '../op/attribute.js';
import { axisBefore, resolveAxes } from '../op/axes.js';
import { movement, type MovementOp } from '../op/movement.js';
import { sliceCount } from '../op/slice-range.js';
import type { Dim } from '../shape/dimension.js';

/** Attributes of {@link slice}; the lists have one entry for each of `axes`. */
export interface SliceAttributes {
  /** Axes to cut; may count from the end. */
  readonly axes: readonly number[];
  /** First index taken on each axis; negative ones count from the end. */
  readonly starts: readonly Dim[];
  /** First index no longer taken; 2^31 − 1 or −2^31 + 1 and beyond go as far as the axis does. */
  readonly ends: readonly Dim[];
  /** Distance between two indices, negative to walk backwards. */
  readonly steps: readonly number[];
}

/**
 * Takes `start:end:step` of the axes named, with NumPy's rules: bounds past an axis are cut to it, a
 * negative step walks from `start` down to above `end`.
 *
 * A bound may be symbolic, such as `H - 1`: it counts from the start of the axis unless it is negative
 * whatever its symbols are. On symbolic extents the result is taken not to be empty, `[1:]` of `H` is
 * `H - 1`; binding the sizes decides it anew.
 *
 * Source: ONNX Slice-13; NumPy basic indexing.
 */
export const slice: MovementOp<SliceAttributes> = movement<SliceAttributes>({
  name: 'slice',
  attributes: { axes: integers(), starts: dimensions(), ends: dimensions(), steps: integers() },
  shape(x, { axes, starts, ends, steps }) {
    const count = axes.length;
    if ([starts, ends, steps].some((list) => list.length !== count)) {
      throw new GraphError(`slice needs a start, an end and a step for each of ${count} axes`);
    }
    if (steps.includes(0)) throw new GraphError('a slice cannot step by 0');
    const shape = [...x.shape];
    resolveAxes(axes, shape.length).forEach((axis, i) => {
      shape[axis] = sliceCount(starts[i]!, ends[i]!, steps[i]!, shape[axis]!);
    });
    return shape;
  },
  permute: (attributes, permutation) => ({
    attributes: {
      ...attributes,
      axes: attributes.axes.map((axis) => axisBefore(axis, permutation)),
    },
    result: permutation,
  }),
});
