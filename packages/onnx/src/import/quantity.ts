import { dim, type Dim } from '@separable/core';

/**
 * An exact number that may depend on sizes: `numerator / denominator`. Shape computations of a
 * model run on these, so that `Floor(Cast(H) * 0.5)` becomes `H//2` instead of data.
 */
export interface Quantity {
  readonly numerator: Dim;
  readonly denominator: Dim;
}

export function whole(value: Dim): Quantity {
  return { numerator: value === 0 ? 0 : value, denominator: 1 };
}

/** `a / b` with whole and common factors cancelled; undefined when b is 0. */
export function quotient(numerator: Dim, denominator: Dim): Quantity | undefined {
  if (denominator === 0) return undefined;
  const exact = dim.exactDiv(numerator, denominator);
  if (exact !== undefined) return whole(exact);
  const inverse = dim.exactDiv(denominator, numerator);
  if (inverse !== undefined && inverse !== 0) return normal(1, inverse);
  return normal(numerator, denominator);
}

function normal(numerator: Dim, denominator: Dim): Quantity {
  if (typeof numerator !== 'number' || typeof denominator !== 'number')
    return { numerator, denominator };
  const factor = greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator));
  const sign = denominator < 0 ? -factor : factor;
  return { numerator: numerator / sign, denominator: denominator / sign };
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

const resolution = 2 ** 20;

/** A float as a quantity, when it is a multiple of 2^-20 of moderate size, as scales of sizes are. */
export function fromFloat(value: number): Quantity | undefined {
  const numerator = value * resolution;
  if (!Number.isSafeInteger(numerator) || Object.is(value, -0)) return undefined;
  return quotient(numerator, resolution);
}

/** The integer or expression a quantity is, undefined for a fraction. */
export function toDim({ numerator, denominator }: Quantity): Dim | undefined {
  return denominator === 1 ? numerator : undefined;
}

/** The number a quantity is, undefined when it depends on sizes. */
export function toNumber({ numerator, denominator }: Quantity): number | undefined {
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return undefined;
  return numerator / denominator;
}

export function addQuantities(a: Quantity, b: Quantity): Quantity | undefined {
  if (a.denominator === 1 && b.denominator === 1) return whole(dim.add(a.numerator, b.numerator));
  if (a.denominator === b.denominator)
    return quotient(dim.add(a.numerator, b.numerator), a.denominator);
  const left = dim.multiply(a.numerator, b.denominator);
  const right = dim.multiply(b.numerator, a.denominator);
  return quotient(dim.add(left, right), dim.multiply(a.denominator, b.denominator));
}

export function negate({ numerator, denominator }: Quantity): Quantity {
  return { numerator: dim.multiply(numerator, -1), denominator };
}

export function multiplyQuantities(a: Quantity, b: Quantity): Quantity | undefined {
  if (a.denominator === 1 && b.denominator === 1)
    return whole(dim.multiply(a.numerator, b.numerator));
  return quotient(
    dim.multiply(a.numerator, b.numerator),
    dim.multiply(a.denominator, b.denominator),
  );
}

export function divideQuantities(a: Quantity, b: Quantity): Quantity | undefined {
  return quotient(
    dim.multiply(a.numerator, b.denominator),
    dim.multiply(a.denominator, b.numerator),
  );
}

/** The greatest integer not above a quantity. */
export function floorQuantity({ numerator, denominator }: Quantity): Quantity {
  return whole(denominator === 1 ? numerator : dim.floorDiv(numerator, denominator));
}

/** The least integer not below a quantity. */
export function ceilQuantity({ numerator, denominator }: Quantity): Quantity {
  return whole(denominator === 1 ? numerator : dim.ceilDiv(numerator, denominator));
}

/** Rounded toward zero, as a cast to an integer does; undefined when the sign is open. */
export function truncate(value: Quantity): Quantity | undefined {
  if (value.denominator === 1) return value;
  if (isAtLeast(value, 0)) return floorQuantity(value);
  return isAtLeast(negate(value), 0) ? ceilQuantity(value) : undefined;
}

/** Whether `a - b` is certainly positive, zero or negative whatever the sizes are. */
export function compare(a: Quantity, b: Quantity): -1 | 0 | 1 | undefined {
  const difference = addQuantities(a, negate(b));
  if (difference === undefined) return undefined;
  if (difference.numerator === 0) return 0;
  if (isAtLeast(difference, 1)) return 1;
  return isAtLeast(negate(difference), 1) ? -1 : undefined;
}

/**
 * Whether the numerator is at least `least` over a positive denominator. Denominators are numbers,
 * kept positive, or sizes, which are positive wherever something is divided by them.
 */
function isAtLeast({ numerator, denominator }: Quantity, least: 0 | 1): boolean {
  const bound = dim.lowerBound(numerator);
  return bound !== undefined && bound >= least && (dim.lowerBound(denominator) ?? -1) >= 0;
}
