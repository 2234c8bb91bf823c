import { described } from '../errors/described.js';
import { GraphError } from '../errors/errors.js';
import { parsePolynomial } from './expression.js';
import { extremum } from './extremum.js';
import * as polynomial from './polynomial.js';
import type { Polynomial } from './polynomial.js';
import { printPolynomial } from './print-polynomial.js';
import { ceilDivide, floorDivide } from './quotient.js';

/**
 * A dimension: a number, or the normalised text of an expression over named sizes, such as
 * `batch`, `(H + 1)//2` or `max(H, W)`. Equal dimensions are equal strings, so `===` compares them.
 * Symbols stand for integers that are at least 0.
 */
export type Dim = number | string;

/** Sizes for symbols. */
export type Bindings = ReadonlyMap<string, number>;

const memory = new Map<string, Polynomial>();
const memoryLimit = 2048;

function read(d: Dim): Polynomial {
  if (typeof d === 'number') {
    if (!Number.isSafeInteger(d)) throw new GraphError(`a dimension must be an integer, got ${d}`);
    return polynomial.constant(d);
  }
  if (typeof d !== 'string') {
    throw new GraphError(`a dimension is a number or an expression, got ${described(d)}`);
  }
  let known = memory.get(d);
  if (known === undefined) {
    known = parsePolynomial(d);
    if (memory.size >= memoryLimit) memory.clear();
    memory.set(d, known);
  }
  return known;
}

/** A number that arithmetic on sizes made. */
function exact(size: number): number {
  if (!Number.isSafeInteger(size)) throw new GraphError(`a dimension of ${size} exceeds 2^53`);
  return size;
}

function write(p: Polynomial): Dim {
  return polynomial.constantOf(p) ?? printPolynomial(p);
}

/** Reads a dimension as a person may write it and returns its one spelling. */
export function normalise(d: Dim): Dim {
  return write(read(d));
}

export function add(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return exact(a + b);
  return write(polynomial.add(read(a), read(b)));
}

export function subtract(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return exact(a - b);
  return write(polynomial.subtract(read(a), read(b)));
}

export function multiply(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return exact(a * b);
  return write(polynomial.multiply(read(a), read(b)));
}

/** The product of all dimensions: the number of elements of a shape. */
export function product(shape: readonly Dim[]): Dim {
  return shape.reduce<Dim>(multiply, 1);
}

/** `floor(a / b)`; exact quotients of expressions cancel. */
export function floorDiv(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0) return Math.floor(a / b);
  return write(floorDivide(read(a), read(b)));
}

/** `ceil(a / b)`. */
export function ceilDiv(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0) return Math.ceil(a / b) + 0;
  return write(ceilDivide(read(a), read(b)));
}

/** `a / b` when b divides a whatever the symbols are, otherwise undefined. */
export function exactDiv(a: Dim, b: Dim): Dim | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a % b === 0 ? a / b + 0 : undefined;
  const quotient = polynomial.divideExactly(read(a), read(b));
  return quotient === undefined ? undefined : write(quotient);
}

export function min(...dims: readonly Dim[]): Dim {
  return write(extremum('min', dims.map(read)));
}

export function max(...dims: readonly Dim[]): Dim {
  return write(extremum('max', dims.map(read)));
}

/** The least value a dimension can take, or undefined when nothing is known. */
export function lowerBound(d: Dim): number | undefined {
  return typeof d === 'number' ? d : polynomial.lowerBound(read(d));
}

/** The expression with sizes put in for the symbols that `bindings` knows. */
export function bind(d: Dim, bindings: Bindings): Dim {
  if (typeof d === 'number') return d;
  return write(
    parsePolynomial(d, (symbol) => {
      const value = bindings.get(symbol);
      return value === undefined ? undefined : polynomial.constant(value);
    }),
  );
}

/** The symbols an expression depends on, sorted. */
export function symbolsOf(d: Dim): readonly string[] {
  if (typeof d === 'number') return [];
  const found = new Set<string>();
  parsePolynomial(d, (symbol) => {
    found.add(symbol);
    return undefined;
  });
  return [...found].sort();
}
