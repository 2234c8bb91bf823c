import type { Policy } from '../tolerance/policy.js';
import type { Exact } from './exact.js';
import { type Arithmetic, arithmetic, type Running } from './running-error.js';
import type { Place } from './sampling.js';
import { productError } from './sum.js';

/** A pixel of one axis and its weight. */
export interface Tap {
  readonly index: number;
  readonly weight: Running;
}

/** Pixels around a place with the weights of linear or cubic interpolation, and how far the place is open. */
export interface Taps {
  readonly taps: readonly Tap[];
  readonly open: number;
}

/** The weights of one axis; indices may lie outside, where the pixel at the edge stands in. */
export function taps(
  { at, error }: Place,
  mode: 'bilinear' | 'cubic',
  coefficient: number,
  policy: Policy,
): Taps {
  const a = arithmetic(policy);
  const first = Math.floor(at);
  const t: Running = { value: at - first, error };
  const rest = a.subtract(a.exact(1), t);
  const weights =
    mode === 'bilinear'
      ? [rest, t]
      : [
          outer(a, a.add(t, a.exact(1)), coefficient),
          inner(a, t, coefficient),
          inner(a, rest, coefficient),
          outer(a, a.add(rest, a.exact(1)), coefficient),
        ];
  const start = mode === 'bilinear' ? first : first - 1;
  return { taps: weights.map((weight, i) => ({ index: start + i, weight })), open: error };
}

/** `((c + 2)·d − (c + 3))·d² + 1` (Keys 1981), for a distance of up to 1. */
function inner(a: Arithmetic, d: Running, c: number): Running {
  const slope = a.subtract(a.multiply(a.constant(c + 2), d), a.constant(c + 3));
  return a.add(a.multiply(a.multiply(slope, d), d), a.exact(1));
}

/** `((c·d − 5c)·d + 8c)·d − 4c`, for a distance from 1 to 2. */
function outer(a: Arithmetic, d: Running, c: number): Running {
  const first = a.subtract(a.multiply(a.constant(c), d), a.constant(5 * c));
  const second = a.add(a.multiply(first, d), a.constant(8 * c));
  return a.subtract(a.multiply(second, d), a.constant(4 * c));
}

/**
 * `Σ wᵢ·wⱼ·x[i, j]`. A place that rounding may put across a pixel takes the slope of the other side,
 * which the spread of the pixels around bounds.
 */
export function interpolated(
  x: Exact,
  rows: Taps,
  columns: Taps,
  pixel: (p: number, q: number) => number,
  policy: Policy,
): Running {
  const a = arithmetic(policy);
  const terms: Running[] = [];
  let unclear = 0;
  for (const row of rows.taps) {
    for (const column of columns.taps) {
      const at = pixel(row.index, column.index);
      const weight = a.multiply(row.weight, column.weight);
      const value = x.value[at]!;
      // Zero times infinity: an engine may leave a pixel of no weight out.
      if (weight.value === 0 && !Number.isFinite(value)) unclear = Infinity;
      terms.push({
        value: value * weight.value,
        error: productError(value, x.error[at]!, weight.value, weight.error),
      });
    }
  }
  const { value, error } = a.sum('resampling', terms);
  return { value, error: error + unclear + acrossPixels(x, rows, columns, pixel) };
}

function acrossPixels(
  x: Exact,
  rows: Taps,
  columns: Taps,
  pixel: (p: number, q: number) => number,
): number {
  if (rows.open + columns.open === 0) return 0;
  const around = (axis: Taps): readonly number[] => {
    const indices = axis.taps.map((tap) => tap.index);
    return [indices[0]! - 1, ...indices, indices.at(-1)! + 1];
  };
  const pixels = around(rows).flatMap((p) => around(columns).map((q) => x.value[pixel(p, q)]!));
  const spread = Math.max(...pixels) - Math.min(...pixels);
  return 3 * (rows.open + columns.open) * spread;
}
