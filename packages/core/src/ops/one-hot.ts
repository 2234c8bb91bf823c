import type { DType } from '../data/dtype.js';
import { tensor } from '../data/tensor.js';
import { dtype, float, integer } from '../op/attribute.js';
import { one, type OpDefinition } from '../op/definition.js';
import { number } from '../op/number.js';
import { resolveAxis } from '../shape/shape.js';

/** Attributes of {@link oneHot}. */
export interface OneHotAttributes {
  /** Extent of the new axis. */
  readonly depth: number;
  /** Where the new axis lies in y, may count from its end; −1. */
  readonly axis: number;
  /** The value at the index; 1. */
  readonly on: number;
  /** The value elsewhere; 0. */
  readonly off: number;
  /** The dtype of y; float32. `on` and `off` are cast to it as by `cast`. */
  readonly dtype: DType;
}

/**
 * Spreads indices over a new axis: `y[…, d, …] = on` where `d = indices[…]`, `off` elsewhere. A negative
 * index counts from the end of the depth; one outside `[−depth, depth)` leaves `off` all along.
 *
 * Source: ONNX OneHot-11.
 */
export const oneHot: OpDefinition<{ indices: 'one' }, OneHotAttributes, readonly ['y']> = {
  name: 'oneHot',
  operands: { indices: one(['int32']) },
  results: ['y'],
  attributes: {
    depth: integer(undefined, { min: 1 }),
    axis: integer(-1),
    on: float(1),
    off: float(0),
    dtype: dtype('float32'),
  },
  sets: [],
  infer({ indices: { shape } }, { depth, axis, dtype: type }) {
    const at = resolveAxis(axis, shape.length + 1);
    return [{ dtype: type, shape: [...shape.slice(0, at), depth, ...shape.slice(at)] }];
  },
  decompose(g, { indices }, { depth, axis, on, off, dtype: type }) {
    const rank = indices.shape.length;
    const at = resolveAxis(axis, rank + 1);
    const x = g.expandDims({ x: indices }, { axes: [at] });
    const shape = [depth, ...Array.from({ length: rank - at }, () => 1)];
    const matches = (from: number) => {
      const positions = tensor(
        'int32',
        shape,
        Array.from({ length: depth }, (_, d) => from + d),
      );
      return g.equal({ a: x, b: g.constant('positions', positions) });
    };
    const condition = g.logicalOr({ a: matches(0), b: matches(-depth) });
    const [a, b] = [on, off].map((value) => g.cast({ x: number(g, value) }, { to: type }));
    return [g.where({ condition, a: a!, b: b! })];
  },
};
