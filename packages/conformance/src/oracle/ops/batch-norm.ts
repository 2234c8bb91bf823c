import { axisOf, coordinatesOf } from '../coordinates.js';
import { blank, type OracleOp } from '../exact.js';
import { elementOf } from '../pairwise.js';
import { arithmetic } from '../running-error.js';

/**
 * `(x − mean) / √(variance + epsilon) · scale + offset`, one number of each a channel.
 *
 * Bounded for the folded form as well, `x · a + (offset − mean · a)` with `a = scale / √(…)`, which
 * rounds at the magnitudes of `x · a` and `mean · a` instead of that of the difference.
 */
export const batchNorm: OracleOp<'batchNorm'> = ({
  operands,
  attributes: { axis, epsilon },
  policy,
}) => {
  const { x, mean, variance, scale, offset } = operands;
  const a = arithmetic(policy);
  const at = axisOf(axis, x.shape.length);
  const y = blank('float32', x.shape);
  for (let i = 0; i < y.value.length; i++) {
    const c = coordinatesOf(i, x.shape)[at]!;
    const element = elementOf(x, i);
    const middle = elementOf(mean, c);
    const deviation = a.root(a.add(elementOf(variance, c), a.constant(epsilon)));
    const factor = a.divide(scale === undefined ? a.exact(1) : elementOf(scale, c), deviation);
    const shift = offset === undefined ? a.exact(0) : elementOf(offset, c);
    const straight = a.add(a.multiply(a.subtract(element, middle), factor), shift);
    const product = a.multiply(element, factor);
    const folded = a.add(product, a.subtract(shift, a.multiply(middle, factor)));
    y.value[i] = straight.value;
    y.error[i] = Number.isFinite(straight.value)
      ? Math.max(straight.error, folded.error)
      : straight.error;
  }
  return [y];
};
