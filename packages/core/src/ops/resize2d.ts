import { GraphError, ShapeMismatchError } from '../errors/errors.js';
import { dimensions, float, floatsOrNull, oneOf } from '../op/attribute.js';
import { floatOnly, one, type OpDefinition } from '../op/definition.js';
import type { Dim } from '../shape/dimension.js';
import { sizeOf } from '../data/tensor.js';

/** Attributes of {@link resize2d}. */
export interface Resize2dAttributes {
  /** Rows and columns of `y`. */
  readonly size: readonly Dim[];
  readonly mode: 'nearest' | 'bilinear' | 'cubic';
  /** Where a pixel of `y` lies in `x`; `halfPixel` unless given. */
  readonly coordinates: 'halfPixel' | 'pytorchHalfPixel' | 'alignCorners' | 'asymmetric';
  /** How `nearest` rounds a place between two pixels; `roundPreferFloor` unless given. */
  readonly nearestRounding: 'roundPreferFloor' | 'roundPreferCeil' | 'floor' | 'ceil';
  /** The a of the cubic kernel; −0.75. */
  readonly cubicCoefficient: number;
  /** Rows and columns of `y` for one of `x`, where not `size / extent`, as ONNX's `scales` are; null. */
  readonly scales: readonly number[] | null;
}

/**
 * Resizes the rows and columns of a feature map.
 *
 * Row i of `y`, of H' rows, lies at `p` in the H rows of `x`; columns alike. With `s = H' / H`, or the
 * given scale:
 *
 * - `halfPixel`: `p = (i + ½) / s − ½`;
 * - `pytorchHalfPixel`: the same, 0 if H' is 1;
 * - `alignCorners`: `p = i · (H − 1) / (H' − 1)`, 0 if H' is 1;
 * - `asymmetric`: `p = i / s`.
 *
 * `nearest` takes the row at `p` rounded: `floor`, `ceil`, or to the nearer one, a half going down
 * (`roundPreferFloor`, `ceil(p − ½)`) or up (`roundPreferCeil`, `floor(p + ½)`). `bilinear` weighs the
 * rows `floor(p)` and `floor(p) + 1` by `1 − t` and `t = p − floor(p)`. `cubic` weighs the four rows
 * from `floor(p) − 1` by `k(1 + t), k(t), k(1 − t), k(2 − t)` with
 * `k(d) = (a + 2)d³ − (a + 3)d² + 1` up to 1 and `a·d³ − 5a·d² + 8a·d − 4a` up to 2. A row outside `x`
 * is the nearest row inside. Nothing is smoothed before shrinking.
 *
 * - `x` `[N, H, W, C]`, `y` `[N, H', W', C]`.
 *
 * Source: ONNX Resize-19 without antialias; Keys, "Cubic convolution interpolation" (1981).
 */
export const resize2d: OpDefinition<{ x: 'one' }, Resize2dAttributes, readonly ['y']> = {
  name: 'resize2d',
  operands: { x: one(floatOnly, 4) },
  results: ['y'],
  attributes: {
    size: dimensions(),
    mode: oneOf(['nearest', 'bilinear', 'cubic'], 'bilinear'),
    coordinates: oneOf(
      ['halfPixel', 'pytorchHalfPixel', 'alignCorners', 'asymmetric'],
      'halfPixel',
    ),
    nearestRounding: oneOf(
      ['roundPreferFloor', 'roundPreferCeil', 'floor', 'ceil'],
      'roundPreferFloor',
    ),
    cubicCoefficient: float(-0.75),
    scales: floatsOrNull(),
  },
  sets: [],
  infer({ x }, { size, scales }) {
    if (
      size.length !== 2 ||
      (scales !== null && (scales.length !== 2 || !scales.every((s) => s > 0)))
    ) {
      throw new GraphError('resize2d needs a size of [rows, columns], and scales above 0 if any');
    }
    if (size.some((extent, i) => x.shape[i + 1] === 0 && extent !== 0)) {
      throw new ShapeMismatchError(`no pixels to resize to ${size.join(' × ')}`);
    }
    return [{ dtype: x.dtype, shape: [x.shape[0]!, size[0]!, size[1]!, x.shape[3]!] }];
  },
  work(_, [y], { mode }) {
    const taps = { nearest: 0, bilinear: 4, cubic: 16 }[mode];
    return { macs: 0, operations: taps * sizeOf(y!.shape as number[]) };
  },
};
