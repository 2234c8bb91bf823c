import { GraphError } from '../errors/errors.js';
import {
  add,
  atom,
  collect,
  constant,
  constantOf,
  divideExactly,
  lowerBound,
  type Polynomial,
  scale,
  type Term,
} from './polynomial.js';
import { printPolynomial } from './print-polynomial.js';

/**
 * `floor(a / b)` in normal form.
 *
 * Whole multiples leave the quotient (`(4H + 3)//2 = 2H + 1`), common factors cancel, and nested
 * quotients merge (`((H + 1)//2 + 1)//2 = (H + 3)//4`), so that a chain of strided convolutions has
 * one spelling however it was reached. Divisors are taken to be non-zero.
 */
export function floorDivide(a: Polynomial, b: Polynomial): Polynomial {
  const divisor = constantOf(b);
  if (divisor === 0) throw new GraphError('a dimension expression divides by 0');
  if (divisor !== undefined && divisor < 0) return floorDivide(scale(a, -1), scale(b, -1));
  const exact = divideExactly(a, b);
  if (exact !== undefined) return exact;
  if (divisor === undefined) return symbolicQuotient(a, b);
  return divideByNumber(a, divisor);
}

/** `ceil(a / b)`; for a numeric divisor written as a floor, so that both spellings are one. */
export function ceilDivide(a: Polynomial, b: Polynomial): Polynomial {
  const divisor = constantOf(b);
  if (divisor !== undefined && divisor > 0) return floorDivide(add(a, constant(divisor - 1)), b);
  return scale(floorDivide(scale(a, -1), b), -1);
}

function divideByNumber(a: Polynomial, divisor: number): Polynomial {
  const whole: Term[] = [];
  const rest: Term[] = [];
  for (const term of a.values()) {
    const quotient = Math.floor(term.coefficient / divisor);
    const remainder = term.coefficient - quotient * divisor;
    if (quotient !== 0) whole.push({ ...term, coefficient: quotient });
    if (remainder !== 0) rest.push({ ...term, coefficient: remainder });
  }
  return add(collect(whole), divideRemainder(rest, divisor));
}

function divideRemainder(rest: readonly Term[], divisor: number): Polynomial {
  const variable = rest.filter((t) => t.atoms.length > 0);
  const offset = rest.find((t) => t.atoms.length === 0)?.coefficient ?? 0;
  if (variable.length === 0) return constant(Math.floor(offset / divisor));
  const factor = variable.reduce((g, t) => greatestCommonDivisor(g, t.coefficient), divisor);
  if (factor > 1) {
    const reduced = variable.map((t) => ({ ...t, coefficient: t.coefficient / factor }));
    const numerator = add(collect(reduced), constant(Math.floor(offset / factor)));
    return divisor === factor ? numerator : divideByNumber(numerator, divisor / factor);
  }
  return mergeNested(variable, offset, divisor) ?? quotientAtom(collect(rest), divisor);
}

/** `floor((floor(x / c) + k) / d) = floor((x + k·c) / (c·d))` for positive integers c and d. */
function mergeNested(
  variable: readonly Term[],
  offset: number,
  divisor: number,
): Polynomial | undefined {
  const [only] = variable;
  if (variable.length !== 1 || only?.coefficient !== 1 || only.atoms.length !== 1) return undefined;
  const inner = only.atoms[0]?.quotient;
  if (inner === undefined) return undefined;
  const numerator = add(inner.numerator, constant(offset * inner.divisor));
  return floorDivide(numerator, constant(inner.divisor * divisor));
}

/** Without a number below nothing merges; the doubled parentheses keep it whole inside products. */
function symbolicQuotient(a: Polynomial, b: Polynomial): Polynomial {
  const text = `((${printPolynomial(a)})//(${printPolynomial(b)}))`;
  return atom({ text, least: undefined });
}

function quotientAtom(numerator: Polynomial, divisor: number): Polynomial {
  const bound = lowerBound(numerator);
  return atom({
    text: `(${printPolynomial(numerator)})//${divisor}`,
    least: bound === undefined ? undefined : Math.floor(bound / divisor),
    quotient: { numerator, divisor },
  });
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}
