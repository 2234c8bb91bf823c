import { GraphError } from '../errors/errors.js';
import { parsePolynomial, printPolynomial } from './expression.js';
import {
  add,
  atom,
  constant,
  constantOf,
  divideExactly,
  multiply,
  type Polynomial,
  scale,
  sortedTerms,
  type Term,
} from './polynomial.js';

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
  if (divisor === undefined) return atom(quotientText(a, b));
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
  return add(sum(whole), divideRemainder(rest, divisor));
}

function divideRemainder(rest: readonly Term[], divisor: number): Polynomial {
  const variable = rest.filter((t) => t.atoms.length > 0);
  const offset = rest.find((t) => t.atoms.length === 0)?.coefficient ?? 0;
  if (variable.length === 0) return constant(Math.floor(offset / divisor));
  const factor = variable.reduce((g, t) => greatestCommonDivisor(g, t.coefficient), divisor);
  if (factor > 1) {
    const reduced = variable.map((t) => ({ ...t, coefficient: t.coefficient / factor }));
    const numerator = add(sum(reduced), constant(Math.floor(offset / factor)));
    return divisor === factor ? numerator : divideByNumber(numerator, divisor / factor);
  }
  return mergeNested(variable, offset, divisor) ?? atom(quotientText(sum(rest), constant(divisor)));
}

/** `floor((floor(x / c) + k) / d) = floor((x + k·c) / (c·d))` for positive integers c and d. */
function mergeNested(
  variable: readonly Term[],
  offset: number,
  divisor: number,
): Polynomial | undefined {
  const [only] = variable;
  if (variable.length !== 1 || only === undefined) return undefined;
  if (only.coefficient !== 1 || only.atoms.length !== 1) return undefined;
  const inner = /^\((.*)\)\/\/(\d+)$/.exec(only.atoms[0]!);
  if (inner === null || !balanced(inner[1]!)) return undefined;
  const innerDivisor = Number(inner[2]);
  const numerator = add(parsePolynomial(inner[1]!), constant(offset * innerDivisor));
  return floorDivide(numerator, multiply(constant(innerDivisor), constant(divisor)));
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

function quotientText(a: Polynomial, b: Polynomial): string {
  const divisor = constantOf(b);
  const below = divisor === undefined ? `(${printPolynomial(b)})` : String(divisor);
  return `(${printPolynomial(a)})//${below}`;
}

function sum(terms: readonly Term[]): Polynomial {
  let total: Polynomial = new Map();
  for (const { coefficient, atoms } of sortedTerms(new Map(terms.map((t, i) => [String(i), t])))) {
    let product: Polynomial = constant(coefficient);
    for (const text of atoms) product = multiply(product, atom(text));
    total = add(total, product);
  }
  return total;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}
