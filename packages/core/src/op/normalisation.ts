import { sizeOf } from '../data/tensor.js';
import { ShapeMismatchError } from '../errors/errors.js';
import type { OpMethods, Value } from '../graph/builder-types.js';
import { type Shape, shapeText } from '../shape/shape.js';
import { type AttributeSpec, expected } from './attribute.js';
import type { ValueType, Work } from './definition.js';
import { differ } from './extent.js';
import { number } from './number.js';

/** Added to a variance before its root, so that a constant is not divided by 0; at least 0. */
export function epsilon(fallback = 1e-5): AttributeSpec<number> {
  const accepts = 'a number of at least 0';
  return {
    accepts,
    default: fallback,
    parse(value) {
      if (typeof value !== 'number' || !(value >= 0 && value < Infinity))
        throw expected(accepts, value);
      return value;
    },
  };
}

/** The statistics, scale and offset an op normalises with, by operand name. */
export type Parameters = Readonly<Record<string, ValueType | undefined>>;

/** @throws ShapeMismatchError unless every parameter that is given has the shape `wanted` */
export function checkParameters(parameters: Parameters, wanted: Shape): void {
  for (const [name, given] of Object.entries(parameters)) {
    if (given === undefined) continue;
    const { shape } = given;
    if (
      shape.length !== wanted.length ||
      shape.some((extent, axis) => differ(extent, wanted[axis]!))
    ) {
      throw new ShapeMismatchError(
        `${name} needs the shape ${shapeText(wanted)}, got ${shapeText(shape)}`,
      );
    }
  }
}

/** @throws ShapeMismatchError when `x` has fewer axes than the op needs */
export function checkRank(x: ValueType, least: number): void {
  if (x.shape.length < least) {
    throw new ShapeMismatchError(`x needs a rank of at least ${least}, got ${shapeText(x.shape)}`);
  }
}

/** Work of `count` operations an element, and one more for a scale and for an offset each. */
export function normalisationWork(
  count: number,
): (operands: {
  readonly x: ValueType;
  readonly scale?: ValueType | undefined;
  readonly offset?: ValueType | undefined;
}) => Work {
  return ({ x, scale, offset }) => ({
    macs: 0,
    operations:
      sizeOf(x.shape as number[]) *
      (count + Number(scale !== undefined) + Number(offset !== undefined)),
  });
}

/** `(x − mean) / √(variance + added)` with the moments of `x` along `axes`; `added` is epsilon. */
export function standardise(g: OpMethods, x: Value, axes: readonly number[], added: number): Value {
  const moments = { axes, keepDims: true };
  const centred = g.sub({ a: x, b: g.reduceMean({ x }, moments) });
  const variance = g.reduceMean({ x: g.mul({ a: centred, b: centred }) }, moments);
  return divideByDeviation(g, centred, variance, added);
}

/** `x / √(variance + added)`. */
export function divideByDeviation(g: OpMethods, x: Value, variance: Value, added: number): Value {
  const deviation = g.sqrt({ x: g.add({ a: variance, b: number(g, added) }) });
  return g.div({ a: x, b: deviation });
}

/** `x · scale + offset`, each where it is given. */
export function scaleAndOffset(
  g: OpMethods,
  x: Value,
  scale: Value | undefined,
  offset: Value | undefined,
): Value {
  const scaled = scale === undefined ? x : g.mul({ a: x, b: scale });
  return offset === undefined ? scaled : g.add({ a: scaled, b: offset });
}

/** Whether `transpose(x, permutation)` leaves its first and last axis in place. */
export function keepsEnds(permutation: readonly number[]): boolean {
  const last = permutation.length - 1;
  return permutation[0] === 0 && permutation[last] === last;
}
