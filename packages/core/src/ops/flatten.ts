import { integer } from '../op/attribute.js';
import { type MovementOp, view } from '../op/movement.js';
import * as dim from '../shape/dimension.js';
import { resolveAxis } from '../shape/shape.js';

/** Attributes of {@link flatten}. */
export interface FlattenAttributes {
  /** The first axis of the second part, 0 to the rank; may count from the end; 1. */
  readonly axis: number;
}

/**
 * A matrix: the axes before `axis` become its rows, the others its columns. An empty part is 1.
 *
 * Source: ONNX Flatten-13.
 */
export const flatten: MovementOp<FlattenAttributes> = view<FlattenAttributes>({
  name: 'flatten',
  attributes: { axis: integer(1) },
  shape({ shape }, { axis }) {
    const at = axis === shape.length ? axis : resolveAxis(axis, shape.length);
    return [dim.product(shape.slice(0, at)), dim.product(shape.slice(at))];
  },
});
