import { GraphError } from '../errors/errors.js';
import { floatOrNull } from '../op/attribute.js';
import { numeric } from '../op/definition.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link clip}. */
export interface ClipAttributes {
  /** Least value of y; null for none. */
  readonly min: number | null;
  /** Greatest value of y; null for none. Above `min` or not, it wins. */
  readonly max: number | null;
}

const definition: UnaryOp<ClipAttributes> = activationOp<ClipAttributes>({
  name: 'clip',
  dtypes: numeric,
  attributes: { min: floatOrNull(), max: floatOrNull() },
});

/**
 * `min(max(x, min), max)`, NaN where x is NaN.
 *
 * Bounds of integers are whole numbers or infinite; one beyond the dtype's range is cut to it.
 *
 * Source: ONNX Clip-13; NumPy `clip`.
 */
export const clip: UnaryOp<ClipAttributes> = {
  ...definition,
  infer({ x }, { min, max }) {
    const broken = [min, max].find(
      (bound) => bound !== null && bound % 1 !== 0 && Number.isFinite(bound),
    );
    if (x.dtype !== 'float32' && broken !== undefined) {
      throw new GraphError(`bounds of ${x.dtype} must be whole numbers, got ${broken}`);
    }
    return [x];
  },
};
