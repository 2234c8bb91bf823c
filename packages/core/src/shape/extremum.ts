import { atom, constantOf, lowerBound, type Polynomial, subtract, tooLarge } from './polynomial.js';
import { printPolynomial } from './print-polynomial.js';

const operandLimit = 16;

/**
 * `max` or `min` in normal form: operands that another one always reaches are dropped (symbols are
 * at least 0), the others are sorted.
 */
export function extremum(kind: 'min' | 'max', operands: readonly Polynomial[]): Polynomial {
  const candidates = operands.flatMap((operand) => inner(kind, operand));
  if (candidates.length > operandLimit) throw tooLarge(`takes the ${kind} of over ${operandLimit}`);
  const kept: Polynomial[] = [];
  for (const candidate of candidates) {
    if (kept.some((other) => reaches(kind, other, candidate))) continue;
    const still = kept.filter((other) => !reaches(kind, candidate, other));
    kept.splice(0, kept.length, ...still, candidate);
  }
  const [first] = kept;
  if (kept.length === 1 && first !== undefined) return first;
  return atom({
    text: `${kind}(${kept.map(printPolynomial).sort().join(', ')})`,
    least: leastOf(kind, kept.map(lowerBound)),
    extremum: { kind, operands: kept },
  });
}

/** `max(a, max(b, c))` is `max(a, b, c)`. */
function inner(kind: 'min' | 'max', operand: Polynomial): readonly Polynomial[] {
  const [term, ...others] = operand.values();
  if (others.length > 0 || term?.coefficient !== 1 || term.atoms.length !== 1) return [operand];
  const nested = term.atoms[0]?.extremum;
  return nested?.kind === kind ? nested.operands : [operand];
}

/** Whether `a` is never on the losing side of `b`. */
function reaches(kind: 'min' | 'max', a: Polynomial, b: Polynomial): boolean {
  const difference = kind === 'max' ? subtract(a, b) : subtract(b, a);
  const value = constantOf(difference) ?? lowerBound(difference);
  return value !== undefined && value >= 0;
}

function leastOf(kind: 'min' | 'max', bounds: readonly (number | undefined)[]): number | undefined {
  const known = bounds.filter((bound) => bound !== undefined);
  if (kind === 'max') return known.length === 0 ? undefined : Math.max(...known);
  return known.length < bounds.length ? undefined : Math.min(...known);
}
