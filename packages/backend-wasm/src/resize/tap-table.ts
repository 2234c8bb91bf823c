import type { AttributesOf } from '@separable/core';
import { type Expression, f32, f64, type FunctionBuilder, i32 } from '../encoder/index.js';
import { nearestPixel, placeOf, type ResizeAxis, weightsAt } from './places.js';

type Attributes = AttributesOf<'resize2d'>;

/** A tap in the table: where its pixel lies, in bytes from the first, and its weight. */
export const tapBytes = 8;

/** Taps of a pixel along one axis. */
export function tapsOf(mode: Attributes['mode']): number {
  return { nearest: 1, bilinear: 2, cubic: 4 }[mode];
}

/**
 * Writes the code that fills the table of an axis: for each pixel of y its taps one after the other. A
 * pixel outside x is the nearest one inside.
 *
 * @param step bytes from a pixel of x to the next along the axis
 */
export function emitTapTable(
  f: FunctionBuilder,
  axis: ResizeAxis,
  attributes: Attributes,
  step: number,
  table: number,
): void {
  const { mode, coordinates, nearestRounding, cubicCoefficient } = attributes;
  const at = f.local('i32', table);
  const write = (pixel: Expression<'f64'>, weight: Expression<'f64'>): void => {
    const inside = f64.min(f64.max(pixel, 0), axis.size - 1);
    f.do(i32.store(at, i32.mul(i32.truncSatF64S(inside), step)));
    f.do(f32.store(at, f32.demoteF64(weight), 4));
    f.advance(at, tapBytes);
  };
  f.for({ from: 0, to: axis.outputs }, (i) => {
    const place = f.local('f64', placeOf(axis, coordinates, f64.convertI32S(i)));
    if (mode === 'nearest') {
      write(nearestPixel(place, nearestRounding), f64.mul(place, 0));
      return;
    }
    const first = f.local('f64', f64.floor(place));
    const t = f.local('f64', f64.sub(place, first));
    weightsAt(t, mode, cubicCoefficient).forEach((weight, tap) => {
      write(f64.add(first, tap + 1 - tapsOf(mode) / 2), weight);
    });
  });
}
