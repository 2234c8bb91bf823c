import type { AttributesOf } from '@separable/core';
import { type Expression, f64, type Local } from '../encoder/index.js';

type Attributes = AttributesOf<'resize2d'>;

/** One axis of a resize. */
export interface ResizeAxis {
  /** Pixels of x. */
  readonly size: number;
  /** Pixels of y. */
  readonly outputs: number;
  /** Outputs for one pixel where it is not their ratio. */
  readonly scale: number | undefined;
}

/** Where pixel `i` of y lies among those of x, in doubles; see `resize2d` in the op table. */
export function placeOf(
  { size, outputs, scale }: ResizeAxis,
  coordinates: Attributes['coordinates'],
  i: Expression<'f64'>,
): Expression<'f64'> {
  const scaled = (place: Expression<'f64'>): Expression<'f64'> =>
    scale === undefined ? f64.div(f64.mul(place, size), outputs) : f64.div(place, scale);
  if (coordinates === 'asymmetric') return scaled(i);
  if (outputs === 1 && coordinates !== 'halfPixel') return f64.mul(i, 0);
  return coordinates === 'alignCorners'
    ? f64.div(f64.mul(i, size - 1), outputs - 1)
    : f64.sub(scaled(f64.add(i, 0.5)), 0.5);
}

/** The pixel at a place, rounded; it may lie outside. */
export function nearestPixel(
  place: Expression<'f64'>,
  rounding: Attributes['nearestRounding'],
): Expression<'f64'> {
  switch (rounding) {
    case 'floor':
      return f64.floor(place);
    case 'ceil':
      return f64.ceil(place);
    case 'roundPreferFloor':
      return f64.ceil(f64.sub(place, 0.5));
    case 'roundPreferCeil':
      return f64.floor(f64.add(place, 0.5));
  }
}

/** Weights of the neighbours of a place that lies `t` behind a pixel: two of them, or four. */
export function weightsAt(
  t: Local<'f64'>,
  mode: 'bilinear' | 'cubic',
  a: number,
): readonly Expression<'f64'>[] {
  const rest = f64.sub(1, t);
  if (mode === 'bilinear') return [rest, t];
  const near = (d: Expression<'f64'>): Expression<'f64'> =>
    f64.add(f64.mul(f64.mul(f64.sub(f64.mul(d, a + 2), a + 3), d), d), 1);
  const far = (d: Expression<'f64'>): Expression<'f64'> =>
    f64.sub(f64.mul(f64.add(f64.mul(f64.sub(f64.mul(d, a), 5 * a), d), 8 * a), d), 4 * a);
  return [far(f64.add(t, 1)), near(t), near(rest), far(f64.add(rest, 1))];
}
