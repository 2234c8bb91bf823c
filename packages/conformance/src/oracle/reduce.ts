import type { DType } from '@separable/core';
import { axisOf, coordinatesOf, positionOf } from './coordinates.js';
import { blank, type Exact } from './exact.js';
import { wrap } from './integer.js';
import { elementOf } from './pairwise.js';
import type { Running } from './running-error.js';

interface Axes {
  readonly axes: readonly number[] | null;
  readonly keepDims: boolean;
}

interface Reduction {
  /** For float32. */
  readonly floats: (terms: readonly Running[]) => Running;
  /** For int32 and uint8; the result is wrapped. */
  readonly integers?: (terms: readonly bigint[]) => bigint;
}

/** Reduces over axes (all of them when null), terms in row-major order. */
export function reduce(x: Exact, axes: Axes, { floats, integers }: Reduction): Exact {
  return reduceGroups(x, axes, x.dtype, (terms) => {
    if (x.dtype === 'float32' || integers === undefined) return floats(terms);
    return {
      value: wrap(x.dtype, integers(terms.map((term) => BigInt(term.value)))),
      error: Math.max(0, ...terms.map((term) => term.error)),
    };
  });
}

/** Maps what falls together under a reduction to one element each. */
export function reduceGroups(
  x: Exact,
  { axes, keepDims }: Axes,
  dtype: DType,
  f: (terms: readonly Running[]) => Running,
): Exact {
  const rank = x.shape.length;
  const reduced = new Set(axes === null ? x.shape.keys() : axes.map((axis) => axisOf(axis, rank)));
  const kept = x.shape.map((extent, axis) => (reduced.has(axis) ? 1 : extent));
  const shape = keepDims ? kept : x.shape.filter((_, axis) => !reduced.has(axis));
  const y = blank(dtype, shape);
  const groups: Running[][] = Array.from(y.value, () => []);
  for (let at = 0; at < x.value.length; at++) {
    const coordinates = coordinatesOf(at, x.shape).map((c, axis) => (reduced.has(axis) ? 0 : c));
    groups[positionOf(coordinates, kept)]!.push(elementOf(x, at));
  }
  groups.forEach((terms, i) => {
    const { value, error } = f(terms);
    y.value[i] = value;
    y.error[i] = error;
  });
  return y;
}

/**
 * The largest of the terms (the smallest when `sign` is −1); NaN if one is NaN, `−sign·∞` of none.
 * Only terms that may be the extreme pass their errors on.
 */
export function extreme(terms: readonly Running[], sign: 1 | -1): Running {
  let top: Running = { value: -sign * Infinity, error: 0 };
  for (const term of terms) {
    if (term.error === Infinity) return { value: term.value, error: Infinity };
    if (Number.isNaN(top.value)) continue;
    if (Number.isNaN(term.value) || sign * term.value > sign * top.value) top = term;
  }
  if (!Number.isFinite(top.value)) return { value: top.value, error: 0 };
  let error = top.error;
  for (const term of terms) {
    if (sign * (term.value - top.value) + term.error >= -top.error)
      error = Math.max(error, term.error);
  }
  return { value: top.value, error };
}
