import { GraphError } from '../errors/errors.js';

/** A factor that cannot be taken apart: a symbol, a quotient, a min or a max, by its normalised text. */
export interface Atom {
  readonly text: string;
  /** A value it never goes below; undefined when nothing is known. A symbol is at least 0. */
  readonly least: number | undefined;
  /** What a quotient by a number was made of, so that quotients of quotients can merge. */
  readonly quotient?: { readonly numerator: Polynomial; readonly divisor: number };
}

/** `coefficient × atom × atom …`, atoms in the order of their text. */
export interface Term {
  readonly coefficient: number;
  readonly atoms: readonly Atom[];
}

/** A sum of terms with distinct atoms, keyed by those atoms. No term has coefficient 0. */
export type Polynomial = ReadonlyMap<string, Term>;

const termLimit = 128;

export function keyOf(atoms: readonly Atom[]): string {
  return atoms.map(({ text }) => text).join(' * ');
}

export function collect(terms: Iterable<Term>): Polynomial {
  const sum = new Map<string, Term>();
  for (const { coefficient, atoms } of terms) {
    const key = keyOf(atoms);
    const total = coefficient + (sum.get(key)?.coefficient ?? 0);
    if (!Number.isSafeInteger(total)) throw new GraphError('a dimension expression exceeds 2^53');
    if (total === 0) sum.delete(key);
    else sum.set(key, { coefficient: total, atoms });
  }
  if (sum.size > termLimit)
    throw new GraphError(`a dimension expression has over ${termLimit} terms`);
  return sum;
}

export function constant(value: number): Polynomial {
  return collect([{ coefficient: value, atoms: [] }]);
}

export function atom(factor: Atom): Polynomial {
  return collect([{ coefficient: 1, atoms: [factor] }]);
}

/** The value of a polynomial without atoms, otherwise undefined. */
export function constantOf(p: Polynomial): number | undefined {
  if (p.size === 0) return 0;
  return p.size === 1 ? p.get('')?.coefficient : undefined;
}

export function add(a: Polynomial, b: Polynomial): Polynomial {
  return collect([...a.values(), ...b.values()]);
}

export function scale(a: Polynomial, factor: number): Polynomial {
  return collect([...a.values()].map((t) => ({ ...t, coefficient: t.coefficient * factor })));
}

export function subtract(a: Polynomial, b: Polynomial): Polynomial {
  return add(a, scale(b, -1));
}

export function multiply(a: Polynomial, b: Polynomial): Polynomial {
  const products: Term[] = [];
  for (const left of a.values()) {
    for (const right of b.values()) products.push(multiplyTerms(left, right));
  }
  return collect(products);
}

function multiplyTerms(a: Term, b: Term): Term {
  return {
    coefficient: a.coefficient * b.coefficient,
    atoms: [...a.atoms, ...b.atoms].sort(byText),
  };
}

function byText(a: Atom, b: Atom): number {
  return a.text < b.text ? -1 : Number(a.text > b.text);
}

/** Terms in printing order: most atoms first, then by name, the constant last. */
export function sortedTerms(p: Polynomial): Term[] {
  return [...p.values()].sort(
    (a, b) => b.atoms.length - a.atoms.length || (keyOf(a.atoms) < keyOf(b.atoms) ? -1 : 1),
  );
}

/**
 * `a / b` when it leaves no remainder, otherwise undefined: long division by the leading term in
 * graded lexicographic order, which ends at 0 exactly when `b` divides `a`.
 */
export function divideExactly(a: Polynomial, b: Polynomial): Polynomial | undefined {
  const lead = sortedTerms(b)[0];
  if (lead === undefined) return undefined;
  let rest = a;
  let quotient: Polynomial = new Map();
  for (let step = 0; rest.size > 0; step++) {
    const top = sortedTerms(rest)[0]!;
    const part = divideTerms(top, lead);
    if (part === undefined || step > termLimit) return undefined;
    const partial = collect([part]);
    quotient = add(quotient, partial);
    rest = subtract(rest, multiply(partial, b));
  }
  return quotient;
}

function divideTerms(a: Term, b: Term): Term | undefined {
  const coefficient = a.coefficient / b.coefficient;
  if (!Number.isInteger(coefficient)) return undefined;
  const atoms = [...a.atoms];
  for (const factor of b.atoms) {
    const at = atoms.findIndex(({ text }) => text === factor.text);
    if (at < 0) return undefined;
    atoms.splice(at, 1);
  }
  return { coefficient, atoms };
}

/** A value the polynomial never goes below; undefined when nothing is known. */
export function lowerBound(p: Polynomial): number | undefined {
  let bound = 0;
  for (const { coefficient, atoms } of p.values()) {
    if (atoms.length > 0 && coefficient < 0) return undefined;
    let product = coefficient;
    for (const { least } of atoms) {
      if (least === undefined || least < 0) return undefined;
      product *= least;
    }
    bound += product;
  }
  return bound;
}
