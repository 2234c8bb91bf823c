import type { Elementary } from '../tolerance/elementary.js';
import type { Family, Policy } from '../tolerance/policy.js';
import { unitRoundoff } from '../tolerance/roundoff.js';
import { mapElements } from './elementwise.js';
import { erf } from './error-function.js';
import type { Exact } from './exact.js';
import { propagate } from './propagate.js';
import { quotientError } from './quotient.js';
import { productError } from './sum.js';

/** A number as a float32 engine would have it by now: exact value and how far it may be away. */
export interface Running {
  readonly value: number;
  readonly error: number;
}

/** A function of one argument that engines approximate. */
export type Approximated = Exclude<Elementary, 'divide' | 'pow'>;

/** Arithmetic that keeps the bound beside the value; each step adds what its rounding may add. */
export interface Arithmetic {
  exact(value: number): Running;
  /** A number of the formula or an attribute, which engines hold as float32. */
  constant(value: number): Running;
  negate(x: Running): Running;
  add(a: Running, b: Running): Running;
  subtract(a: Running, b: Running): Running;
  multiply(a: Running, b: Running): Running;
  divide(a: Running, b: Running): Running;
  call(f: Approximated, x: Running): Running;
  /** Square root of a number that is not negative but for its error. */
  root(x: Running): Running;
  clamp(x: Running, least: number, most: number): Running;
  /** A sum in any order; terms may be products that have not been rounded. */
  sum(family: Family, terms: readonly Running[]): Running;
}

const functions: Readonly<Record<Approximated, (x: number) => number>> = {
  sqrt: Math.sqrt,
  rsqrt: (x) => 1 / Math.sqrt(x),
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  erf,
};

/**
 * Running error analysis (Higham, "Accuracy and Stability of Numerical Algorithms", §3.3): a formula
 * written in these operations yields its value in float64 and a bound for a float32 engine that goes
 * through the same steps.
 */
export function arithmetic(policy: Policy): Arithmetic {
  const add = (a: Running, b: Running): Running => {
    const value = a.value + b.value;
    return { value, error: a.error + b.error + policy.round(value) };
  };
  const negate = (x: Running): Running => ({ value: -x.value, error: x.error });
  return {
    exact: (value) => ({ value, error: 0 }),
    constant: (value) => ({
      value,
      error: Math.fround(value) === value ? 0 : policy.unit * Math.abs(value),
    }),
    negate,
    add,
    subtract: (a, b) => add(a, negate(b)),
    multiply(a, b) {
      const value = a.value * b.value;
      return {
        value,
        error: productError(a.value, a.error, b.value, b.error) + policy.round(value),
      };
    },
    divide(a, b) {
      const value = a.value / b.value;
      return { value, error: quotientError(a, b) + policy.elementary('divide', value) };
    },
    call(f, x) {
      const value = functions[f](x.value);
      const own = saturates(f, value) ? 1 - Math.abs(value) : policy.elementary(f, value, x.value);
      return { value, error: propagate(functions[f], x.value, x.error) + own };
    },
    root(x) {
      const value = Math.sqrt(x.value);
      const moved = propagate((v) => Math.sqrt(Math.max(v, 0)), x.value, x.error);
      return { value, error: moved + policy.elementary('sqrt', value, x.value) };
    },
    clamp(x, least, most) {
      const f = (v: number): number => (v < least ? least : v > most ? most : v);
      return { value: f(x.value), error: propagate(f, x.value, x.error) };
    },
    sum(family, terms) {
      let value = 0;
      let magnitude = 0;
      let inherited = 0;
      for (const term of terms) {
        value += term.value;
        magnitude += Math.abs(term.value);
        inherited += term.error;
      }
      const own = policy.accumulate(family, terms.length, magnitude) + policy.round(value);
      return { value, error: inherited + own };
    },
  };
}

/** Whether float32 has nothing between the result and ±1, which every approximation then returns. */
function saturates(f: Approximated, value: number): boolean {
  return (f === 'tanh' || f === 'erf') && 1 - Math.abs(value) < unitRoundoff / 8;
}

/** Maps each element by a formula in running arithmetic. */
export function mapFormula(
  x: Exact,
  policy: Policy,
  formula: (a: Arithmetic, x: Running) => Running,
): Exact {
  const a = arithmetic(policy);
  return mapElements(
    x,
    (v) => formula(a, a.exact(v)).value,
    (_, v) => formula(a, a.exact(v)).error,
  );
}
