import { mapLines } from '../along-axis.js';
import type { OracleOp } from '../exact.js';
import { arithmetic } from '../running-error.js';
import { sumOfSquares } from '../squares.js';

/**
 * `x / (bias + alpha / size · Σ x²)^beta`, the sum over `size` channels around: `⌊(size−1)/2⌋` before
 * and `⌈(size−1)/2⌉` after.
 */
export const lrn: OracleOp<'lrn'> = ({ operands: { x }, attributes, policy }) => {
  const { size, alpha, beta, bias } = attributes;
  const a = arithmetic(policy);
  const before = Math.floor((size - 1) / 2);
  const after = Math.ceil((size - 1) / 2);
  return [
    mapLines(x, -1, (line) =>
      line.map((term, c) => {
        const near = line.slice(Math.max(0, c - before), c + after + 1);
        const weighted = a.multiply(
          a.divide(a.constant(alpha), a.exact(size)),
          sumOfSquares(a, near),
        );
        const base = a.add(a.constant(bias), a.multiply(weighted, a.exact(1)));
        const value = base.value ** beta;
        // d(bᵝ) = β bᵝ / b · db, and β itself is rounded.
        const moved = Math.abs((beta * value * base.error) / base.value);
        const exponent = policy.unit * Math.abs(beta * Math.log(base.value) * value);
        const own = policy.elementary('pow', value, beta * Math.log(base.value));
        return a.divide(term, { value, error: 1.01 * moved + exponent + own });
      }),
    ),
  ];
};
