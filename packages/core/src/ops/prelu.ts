import { ShapeMismatchError } from '../errors/errors.js';
import { floatOnly, one, type OpDefinition } from '../op/definition.js';
import { differ } from '../op/extent.js';
import { number } from '../op/number.js';
import { broadcast, shapeText } from '../shape/shape.js';

/**
 * `x` where x ≥ 0, `slope · x` below.
 *
 * - `slope` broadcasts to the shape of `x`: `[C]` holds one slope a channel of an NHWC map.
 *
 * Source: He et al., "Delving deep into rectifiers" (2015); ONNX PRelu-16.
 */
export const prelu: OpDefinition<{ x: 'one'; slope: 'one' }, object, readonly ['y']> = {
  name: 'prelu',
  operands: { x: one(floatOnly), slope: one(floatOnly) },
  results: ['y'],
  attributes: {},
  sets: ['elementwise'],
  infer({ x, slope }) {
    const shape = broadcast(x.shape, slope.shape);
    if (
      shape.length > x.shape.length ||
      shape.some((extent, axis) => differ(extent, x.shape[axis]!))
    ) {
      const texts = [slope.shape, x.shape].map(shapeText);
      throw new ShapeMismatchError(`slope ${texts[0]} does not broadcast to x ${texts[1]}`);
    }
    return [x];
  },
  decompose(g, { x, slope }) {
    const below = g.mul({ a: x, b: slope });
    return [g.where({ condition: g.less({ a: x, b: number(g, 0) }), a: below, b: x })];
  },
};
