import { unitRoundoff } from '../tolerance/roundoff.js';

/** Where an output pixel lies among the input pixels of one axis. */
export interface Place {
  readonly at: number;
  /** How far float32 arithmetic may put it elsewhere; 0 when every step of it is exact. */
  readonly error: number;
}

export type Coordinates = 'halfPixel' | 'pytorchHalfPixel' | 'alignCorners' | 'asymmetric';

/**
 * The place of pixel i of `outputs` among `inputs` (ONNX Resize, coordinate_transformation_mode).
 * Without a given scale the ratio of the sizes is the scale and the place a ratio of integers, which
 * float64 gives to its last bit.
 */
export function placeOf(
  i: number,
  inputs: number,
  outputs: number,
  coordinates: Coordinates,
  scale: number | null,
): Place {
  const corners = coordinates === 'alignCorners';
  if (outputs === 1 && (corners || coordinates === 'pytorchHalfPixel')) return { at: 0, error: 0 };
  const [from, to] = corners
    ? [inputs - 1, outputs - 1]
    : scale === null
      ? [inputs, outputs]
      : [1, scale];
  const half = coordinates === 'halfPixel' || coordinates === 'pytorchHalfPixel';
  const at = half ? ((2 * i + 1) * from - to) / (2 * to) : (i * from) / to;
  // A power of two scales without rounding. Otherwise: scale, reciprocal, product, difference.
  const exact = Number.isInteger(Math.log2(to / from));
  return { at, error: exact ? 0 : 6 * unitRoundoff * (Math.abs(at) + 1) };
}
