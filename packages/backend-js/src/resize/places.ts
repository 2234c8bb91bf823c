import type { AttributesOf } from '@separable/core';

type Attributes = AttributesOf<'resize2d'>;

/**
 * Where each of `outputs` pixels lies among `size` pixels of an axis; see `resize2d` in the op table.
 *
 * @param scale outputs for one pixel where it is not their ratio
 */
export function places(
  size: number,
  outputs: number,
  scale: number | undefined,
  coordinates: Attributes['coordinates'],
): Float64Array {
  const scaled = (place: number): number =>
    scale === undefined ? (place * size) / outputs : place / scale;
  return Float64Array.from({ length: outputs }, (_, i) => {
    if (coordinates === 'asymmetric') return scaled(i);
    if (outputs === 1 && coordinates !== 'halfPixel') return 0;
    return coordinates === 'alignCorners'
      ? (i * (size - 1)) / (outputs - 1)
      : scaled(i + 0.5) - 0.5;
  });
}

/** The pixel at each place, rounded and cut to the axis. */
export function nearest(
  at: Float64Array,
  size: number,
  rounding: Attributes['nearestRounding'],
): Int32Array {
  const round = {
    floor: Math.floor,
    ceil: Math.ceil,
    roundPreferFloor: (place: number) => Math.ceil(place - 0.5),
    roundPreferCeil: (place: number) => Math.floor(place + 0.5),
  }[rounding];
  return Int32Array.from(at, (place) => cut(round(place), size));
}

/** The pixels that make up each place, `taps` of them, and their weights. */
export interface Blend {
  readonly pixels: Int32Array;
  readonly weights: Float64Array;
  readonly taps: number;
}

/** Linear interpolation between two neighbours. */
export function linearBlend(at: Float64Array, size: number): Blend {
  return blend(at, size, 2, (t) => [1 - t, t]);
}

/** Cubic convolution over four neighbours. */
export function cubicBlend(at: Float64Array, size: number, a: number): Blend {
  const near = (d: number): number => ((a + 2) * d - (a + 3)) * d * d + 1;
  const far = (d: number): number => ((a * d - 5 * a) * d + 8 * a) * d - 4 * a;
  return blend(at, size, 4, (t) => [far(1 + t), near(t), near(1 - t), far(2 - t)]);
}

function blend(
  at: Float64Array,
  size: number,
  taps: number,
  weightsAt: (fraction: number) => readonly number[],
): Blend {
  const pixels = new Int32Array(at.length * taps);
  const weights = new Float64Array(at.length * taps);
  at.forEach((place, i) => {
    const floor = Math.floor(place);
    weightsAt(place - floor).forEach((weight, t) => {
      pixels[i * taps + t] = cut(floor + t + 1 - taps / 2, size);
      weights[i * taps + t] = weight;
    });
  });
  return { pixels, weights, taps };
}

function cut(pixel: number, size: number): number {
  return Math.min(Math.max(pixel, 0), size - 1);
}
