import { mapLines } from '../along-axis.js';
import type { OracleOp } from '../exact.js';
import { wrap } from '../integer.js';
import { arithmetic, type Running } from '../running-error.js';

/** `Σ_{j ≤ i} x[j]` along an axis; `j < i` when exclusive, from the end when reversed. int32 wraps. */
export const cumsum: OracleOp<'cumsum'> = ({ operands: { x }, attributes, policy }) => {
  const { axis, exclusive, reverse } = attributes;
  const total = (terms: readonly Running[]): Running => {
    if (terms.length === 0) return { value: 0, error: 0 };
    if (x.dtype === 'float32') return arithmetic(policy).sum('reduction', terms);
    const sum = terms.reduce((s, term) => s + BigInt(term.value), 0n);
    return { value: wrap(x.dtype, sum), error: Math.max(...terms.map((term) => term.error)) };
  };
  return [
    mapLines(x, axis, (line) =>
      line.map((_, i) => {
        if (reverse) return total(line.slice(exclusive ? i + 1 : i));
        return total(line.slice(0, exclusive ? i : i + 1));
      }),
    ),
  ];
};
