import type { Family, Policy } from '../tolerance/policy.js';
import type { Exact } from './exact.js';

/**
 * A sum of products with everything its bound needs: the exact value, the magnitude `Σ|x·w|`, the
 * number of terms, and what the errors of the factors add.
 *
 * float64 holds each product of two float32 numbers exactly; its own rounding of the sum is 2⁻²⁹ of
 * the bound.
 */
export interface Sum {
  value: number;
  magnitude: number;
  terms: number;
  inherited: number;
}

export function emptySum(): Sum {
  return { value: 0, magnitude: 0, terms: 0, inherited: 0 };
}

/** Adds `x[i] · w[j]`. */
export function addProduct(sum: Sum, x: Exact, i: number, w: Exact, j: number): void {
  const a = x.value[i]!;
  const b = w.value[j]!;
  const product = a * b;
  sum.value += product;
  sum.magnitude += Math.abs(product);
  sum.terms++;
  sum.inherited += productError(a, x.error[i]!, b, w.error[j]!);
}

/** Adds `b[i]`. */
export function addTerm(sum: Sum, b: Exact, i: number): void {
  const v = b.value[i]!;
  sum.value += v;
  sum.magnitude += Math.abs(v);
  sum.terms++;
  sum.inherited += b.error[i]!;
}

/**
 * How far `a·b` may move when a and b are off by their errors; infinite when its class may change.
 */
export function productError(a: number, aError: number, b: number, bError: number): number {
  if (aError === 0 && bError === 0) return 0;
  if (aError === Infinity || bError === Infinity) return Infinity;
  if (Number.isNaN(a) || Number.isNaN(b)) return 0;
  if (!Number.isFinite(a) || !Number.isFinite(b)) {
    // Infinity times a number that may be zero or of either sign.
    return Math.abs(a) <= aError || Math.abs(b) <= bError ? Infinity : 0;
  }
  return Math.abs(a) * bError + Math.abs(b) * aError + aError * bError;
}

/** Writes the sum as element `i` of `y`, with its bound and one rounding. */
export function store(sum: Sum, y: Exact, i: number, policy: Policy, family: Family): void {
  y.value[i] = sum.value;
  y.error[i] =
    sum.inherited + policy.accumulate(family, sum.terms, sum.magnitude) + policy.round(sum.value);
}
