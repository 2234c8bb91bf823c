import { sizeOf, type Tensor } from '@separable/core';
import type { Exact } from '../oracle/exact.js';

/** The first element that is out of bounds. */
export interface Mismatch {
  readonly index: number;
  readonly coordinates: readonly number[];
  readonly got: number;
  readonly exact: number;
  /** `|got − exact|`; infinite between classes. */
  readonly error: number;
  readonly bound: number;
}

/** How a tensor compares with the exact result. */
export interface Comparison {
  readonly elements: number;
  /** Elements out of bounds. */
  readonly wrong: number;
  /** Elements whose exact answer is open, which admit anything. */
  readonly ambiguous: number;
  /** Largest error divided by its bound, over elements that have a bound; at most 1 when all is well. */
  readonly worst: number;
  readonly first: Mismatch | undefined;
}

/**
 * Compares element by element.
 *
 * - NaN matches NaN alone; an infinity matches the same infinity alone, except that a result within
 *   reach of the overflow threshold is ambiguous;
 * - integers and booleans match exactly;
 * - −0 equals 0, because summation order and flushing decide the sign of a rounded zero; with
 *   `signedZero` a zero whose error is 0 must have the exact sign.
 */
export function compareTensor(got: Tensor, exact: Exact, signedZero = false): Comparison {
  let [wrong, ambiguous, worst] = [0, 0, 0];
  let first: Mismatch | undefined;
  for (let index = 0; index < exact.value.length; index++) {
    const bound = exact.error[index]!;
    if (bound === Infinity) {
      ambiguous++;
      continue;
    }
    const expected = exact.value[index]!;
    const actual = got.data[index]!;
    const error = errorOf(actual, expected, signedZero && bound === 0);
    if (error <= bound) {
      if (bound > 0) worst = Math.max(worst, error / bound);
      continue;
    }
    wrong++;
    worst = Math.max(worst, bound > 0 ? error / bound : Infinity);
    first ??= {
      index,
      coordinates: coordinatesOf(index, exact.shape),
      got: actual,
      exact: expected,
      error,
      bound,
    };
  }
  return { elements: exact.value.length, wrong, ambiguous, worst, first };
}

/** `|got − exact|`: 0 within a class that is not finite, infinite between classes. */
export function errorOf(got: number, exact: number, signed = false): number {
  if (Number.isNaN(got) && Number.isNaN(exact)) return 0;
  if (got === exact) return signed && !Object.is(got, exact) ? Infinity : 0;
  return Number.isFinite(got) && Number.isFinite(exact) ? Math.abs(got - exact) : Infinity;
}

/** The coordinates of a row-major index. */
export function coordinatesOf(index: number, shape: readonly number[]): readonly number[] {
  let rest = index;
  return shape
    .toReversed()
    .map((extent) => {
      const coordinate = rest % extent;
      rest = Math.floor(rest / extent);
      return coordinate;
    })
    .toReversed();
}

/** What is wrong with a tensor before its elements are looked at; undefined when nothing is. */
export function misfit(got: Tensor | undefined, { dtype, shape }: Exact): string | undefined {
  if (got === undefined) return 'is missing';
  if (got.dtype !== dtype) return `has dtype ${got.dtype}, expected ${dtype}`;
  if (got.shape.join() !== shape.join()) {
    return `has shape [${got.shape.join(', ')}], expected [${shape.join(', ')}]`;
  }
  if (got.data.length !== sizeOf(shape)) {
    return `of shape [${shape.join(', ')}] holds ${got.data.length} elements`;
  }
  const array = {
    float32: 'Float32Array',
    int32: 'Int32Array',
    uint8: 'Uint8Array',
    bool: 'Uint8Array',
  }[dtype];
  if (got.data.constructor.name !== array)
    return `of dtype ${dtype} holds a ${got.data.constructor.name}`;
  return undefined;
}

/** A mismatch in a person's words. */
export function mismatchText({ coordinates, got, exact, error, bound }: Mismatch): string {
  const value = (v: number): string => (Object.is(v, -0) ? '-0' : String(v));
  return `at [${coordinates.join(', ')}] got ${value(got)}, exact ${value(exact)}, error ${error.toPrecision(3)}, bound ${bound.toPrecision(3)}`;
}
