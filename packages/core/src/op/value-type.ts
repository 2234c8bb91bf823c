import { ShapeMismatchError } from '../errors/errors.js';
import { sameShape, shapeText } from '../shape/shape.js';
import type { ValueType } from './definition.js';

/** Most axes a value may have; NumPy's limit. */
const rankLimit = 64;

/** `float32 [batch, 8]`, as messages and printed graphs show it. */
export function typeText({ dtype, shape }: ValueType): string {
  return `${dtype} ${shapeText(shape)}`;
}

/** Whether two values have one dtype, and one shape for every value of their symbols. */
export function sameType(a: ValueType, b: ValueType): boolean {
  return a === b || (a.dtype === b.dtype && sameShape(a.shape, b.shape));
}

/** @throws ShapeMismatchError when a number in the shape is no extent, or there are too many axes */
export function checkExtents({ shape }: ValueType, what: string): void {
  if (shape.some((d) => typeof d === 'number' && !(Number.isSafeInteger(d) && d >= 0))) {
    throw new ShapeMismatchError(`${what} would have the shape ${shapeText(shape)}`);
  }
  if (shape.length > rankLimit) {
    throw new ShapeMismatchError(`${what} would have ${shape.length} axes, more than ${rankLimit}`);
  }
}
