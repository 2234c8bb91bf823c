import { largest } from '../../tolerance/roundoff.js';
import { erfc } from '../error-function.js';
import type { OracleOp } from '../exact.js';
import { distance } from '../propagate.js';
import { type Arithmetic, mapFormula, type Running } from '../running-error.js';

/**
 * `x · Φ(x)` with `Φ(x) = ½ (1 + erf(x / √2))`, or with `½ (1 + tanh(√(2/π) (x + 0.044715 x³)))`
 * (Hendrycks and Gimpel, arXiv 1606.08415). NaN at −∞ as the formula says; open where `x · 2` overflows
 * before it is halved.
 */
export const gelu: OracleOp<'gelu'> = ({
  operands: { x },
  attributes: { approximate },
  policy,
}) => [
  mapFormula(x, policy, (a, v) => {
    if (v.value === -Infinity) return a.exact(NaN);
    const { value, error } = approximate === 'tanh' ? byTanh(a, v) : byErf(a, v);
    if (v.value > largest / 2 && v.value < Infinity) return { value, error: Infinity };
    return { value, error: error + policy.round(value) };
  }),
];

function byErf(a: Arithmetic, x: Running): Running {
  const part = a.call('erf', a.multiply(x, a.constant(Math.SQRT1_2)));
  return apart((x.value / 2) * erfc(-x.value * Math.SQRT1_2), weighted(a, x, part));
}

function byTanh(a: Arithmetic, x: Running): Running {
  const cube = a.multiply(a.multiply(x, x), x);
  const inner = a.add(x, a.multiply(a.constant(0.044715), cube));
  const argument = a.multiply(a.constant(Math.sqrt(2 / Math.PI)), inner);
  // ½ (1 + tanh z) without the cancellation for negative z.
  return apart(
    x.value / (1 + Math.exp(-2 * argument.value)),
    weighted(a, x, a.call('tanh', argument)),
  );
}

/** The exact value, with room for the formula as written, which is 0 far below 0. */
function apart(value: number, written: Running): Running {
  return { value, error: written.error + distance(value, written.value) };
}

/** `½ x (1 + part)`. */
function weighted(a: Arithmetic, x: Running, part: Running): Running {
  return a.multiply(a.multiply(a.exact(0.5), x), a.add(a.exact(1), part));
}
