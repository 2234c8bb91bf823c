import { GraphError } from '../errors/errors.js';

/** A factor that cannot be taken apart: a symbol, a quotient, a min or a max, by its normalised text. */
export interface Atom {
  readonly text: string;
  /** A value it never goes below; undefined when nothing is known. A symbol is at least 0. */
  readonly least: number | undefined;
  /** What a quotient by a number was made of, so that quotients of quotients can merge. */
  readonly quotient?: { readonly numerator: Polynomial; readonly divisor: number };
  /** What a min or max chooses from, so that one inside another can be flattened. */
  readonly extremum?: { readonly kind: 'min' | 'max'; readonly operands: readonly Polynomial[] };
}

/** `coefficient × atom × atom …`, atoms in the order of their text. */
export interface Term {
  readonly coefficient: number;
  readonly atoms: readonly Atom[];
}

/** A sum of terms with distinct atoms, keyed by those atoms. No term has coefficient 0. */
export type Polynomial = ReadonlyMap<string, Term>;

/** Letters of an expression; longer ones cannot be read, so none are written. */
export const letterLimit = 2048;
const termLimit = 128;
/** Letters of all terms before like ones are added up: what one operation may cost. */
const workLimit = 1 << 14;

export function tooLarge(what: string): GraphError {
  return new GraphError(`a dimension expression ${what}`, {
    hint: 'give a size in place of a symbol',
  });
}

function keyOf(atoms: readonly Atom[]): string {
  return atoms.length === 1 ? atoms[0]!.text : atoms.map(({ text }) => text).join(' * ');
}

export function collect(terms: Iterable<Term>): Polynomial {
  const sum = new Map<string, Term>();
  let work = 0;
  for (const { coefficient, atoms } of terms) {
    const key = keyOf(atoms);
    work += key.length + 1;
    if (work > workLimit) throw tooLarge('is too large');
    put(sum, key, { coefficient, atoms });
  }
  if (sum.size > termLimit) throw tooLarge(`has over ${termLimit} terms`);
  return sum;
}

/** Adds a term to a sum under its key. */
function put(sum: Map<string, Term>, key: string, { coefficient, atoms }: Term): void {
  const total = coefficient + (sum.get(key)?.coefficient ?? 0);
  if (!Number.isSafeInteger(total)) throw tooLarge('exceeds 2^53');
  if (total === 0) sum.delete(key);
  else sum.set(key, { coefficient: total, atoms });
}

export function constant(value: number): Polynomial {
  return collect([{ coefficient: value, atoms: [] }]);
}

export function atom(factor: Atom): Polynomial {
  if (factor.text.length > letterLimit) throw tooLarge(`has over ${letterLimit} letters`);
  return new Map([[factor.text, { coefficient: 1, atoms: [factor] }]]);
}

/** The value of a polynomial without atoms, otherwise undefined. */
export function constantOf(p: Polynomial): number | undefined {
  if (p.size === 0) return 0;
  return p.size === 1 ? p.get('')?.coefficient : undefined;
}

export function add(a: Polynomial, b: Polynomial): Polynomial {
  if (a.size === 0) return b;
  return b.size === 0 ? a : collect([...a.values(), ...b.values()]);
}

export function scale(a: Polynomial, factor: number): Polynomial {
  return collect([...a.values()].map((t) => ({ ...t, coefficient: t.coefficient * factor })));
}

export function subtract(a: Polynomial, b: Polynomial): Polynomial {
  return add(a, scale(b, -1));
}

export function multiply(a: Polynomial, b: Polynomial): Polynomial {
  return collect(products(a, b));
}

function* products(a: Polynomial, b: Polynomial): Iterable<Term> {
  for (const left of a.values()) for (const right of b.values()) yield multiplyTerms(left, right);
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

type Entry = readonly [key: string, term: Term];

/** Graded lexicographic order: most atoms first, then by name, the constant last. */
function byDegree([key, { atoms }]: Entry, [other, { atoms: others }]: Entry): number {
  return others.length - atoms.length || (key < other ? -1 : 1);
}

/** Terms in printing order. */
export function sortedTerms(p: Polynomial): Term[] {
  return [...p].sort(byDegree).map(([, term]) => term);
}

function leadingTerm(p: Polynomial): Term | undefined {
  let lead: Entry | undefined;
  for (const entry of p) if (lead === undefined || byDegree(entry, lead) < 0) lead = entry;
  return lead?.[1];
}

/**
 * `a / b` when it leaves no remainder, otherwise undefined: long division by the leading term in
 * graded lexicographic order, which ends at 0 exactly when `b` divides `a`.
 */
export function divideExactly(a: Polynomial, b: Polynomial): Polynomial | undefined {
  const lead = leadingTerm(b);
  if (lead === undefined) return undefined;
  const rest = new Map(a);
  const quotient: Term[] = [];
  while (rest.size > 0) {
    const part = divideTerms(leadingTerm(rest)!, lead);
    if (part === undefined || quotient.push(part) > termLimit) return undefined;
    for (const term of b.values()) {
      const { coefficient, atoms } = multiplyTerms(part, term);
      put(rest, keyOf(atoms), { coefficient: -coefficient, atoms });
    }
  }
  return collect(quotient);
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
