import { type DType, dtypes } from '../data/dtype.js';
import { described } from '../errors/described.js';
import { GraphError } from '../errors/errors.js';
import * as dim from '../shape/dimension.js';
import type { Dim } from '../shape/dimension.js';
import { readInfinity } from './attribute-text.js';

/** Attributes are JSON, so a node prints, saves and compares as plain data. */
export type AttributeValue =
  | null
  | boolean
  | number
  | string
  | readonly AttributeValue[]
  | { readonly [key: string]: AttributeValue };

/** The op table, for an attribute that names another op; handed in because ops cannot import it. */
export interface OpLookup {
  /** Complete attributes of an op of the set `activation`; throws GraphError for any other name. */
  completeActivation(
    op: string,
    attributes: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, AttributeValue>>;
}

/** How one attribute is read, checked and, where it holds dimensions, bound to sizes. */
export interface AttributeSpec<T> {
  /** Given when the attribute may be left out. */
  readonly default?: T;
  /** The checked, normal form of what a caller wrote; throws GraphError naming what was expected. */
  parse(value: unknown, ops: OpLookup): T;
  /** Puts sizes in for symbols; only attributes that hold dimensions have it. */
  bind?(value: T, bindings: dim.Bindings): T;
  /** What the attribute accepts, in a few words, for messages and the op reference. */
  readonly accepts: string;
}

interface Rule<T> {
  readonly accepts: string;
  readonly valid: (value: unknown) => boolean;
  readonly fallback: T | undefined;
}

function spec<T>({ accepts, valid, fallback }: Rule<T>): AttributeSpec<T> {
  return {
    accepts,
    ...(fallback === undefined ? {} : { default: fallback }),
    parse(value) {
      if (!valid(value)) throw expected(accepts, value);
      return value as T;
    },
  };
}

/** The error of an attribute that got something else than it accepts. */
export function expected(accepts: string, value: unknown): GraphError {
  return new GraphError(`expected ${accepts}, got ${described(value)}`);
}

/** Lists name axes or parts of one, so a longer one is a mistake or an attack. */
function isShortList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= 4096;
}

interface Range {
  readonly min?: number;
  readonly max?: number;
}

function inRange(value: unknown, { min = -Infinity, max = Infinity }: Range): boolean {
  return Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max;
}

function rangeText({ min }: Range): string {
  return min === undefined ? '' : ` of at least ${min}`;
}

export function integer(fallback?: number, range: Range = {}): AttributeSpec<number> {
  return spec({
    accepts: `an integer${rangeText(range)}`,
    valid: (v) => inRange(v, range),
    fallback,
  });
}

/** A number, −0 read as 0; ±Infinity may come as text, because JSON has no literal for it. */
export function float(fallback?: number): AttributeSpec<number> {
  const accepts = 'a number';
  return {
    accepts,
    ...(fallback === undefined ? {} : { default: fallback }),
    parse(value) {
      const number = readInfinity(value);
      if (typeof number !== 'number' || Number.isNaN(number)) throw expected(accepts, value);
      return number + 0;
    },
  };
}

/** A number, or null where leaving it out means something, such as "no bound". */
export function floatOrNull(): AttributeSpec<number | null> {
  const number = float();
  return {
    accepts: 'a number or null',
    default: null,
    parse: (value, ops) => (value === null ? null : number.parse(value, ops)),
  };
}

export function boolean(fallback?: boolean): AttributeSpec<boolean> {
  return spec({ accepts: 'true or false', valid: (v) => typeof v === 'boolean', fallback });
}

export function oneOf<const T extends string>(
  values: readonly T[],
  fallback?: T,
): AttributeSpec<T> {
  return spec<T>({
    accepts: `one of ${values.join(', ')}`,
    valid: (v) => values.includes(v as T),
    fallback,
  });
}

export function dtype(fallback?: DType): AttributeSpec<DType> {
  return oneOf(dtypes, fallback);
}

/** A list of integers, such as axes or a permutation. */
export function integers(
  fallback?: readonly number[],
  range: Range = {},
): AttributeSpec<readonly number[]> {
  return spec({
    accepts: `a list of integers${rangeText(range)}`,
    valid: (v) => isShortList(v) && v.every((n) => inRange(n, range)),
    fallback,
  });
}

/** A list of integers, or null for "all of them" or "not given". */
export function integersOrNull(range: Range = {}): AttributeSpec<readonly number[] | null> {
  const list = integers(undefined, range);
  return {
    accepts: `null or ${list.accepts}`,
    default: null,
    parse: (value, ops) => (value === null ? null : list.parse(value, ops)),
  };
}

/** A list of numbers. */
export function floats(fallback?: readonly number[]): AttributeSpec<readonly number[]> {
  return spec({
    accepts: 'a list of finite numbers',
    valid: (v) => isShortList(v) && v.every(Number.isFinite),
    fallback,
  });
}

/** A list of numbers, or null for "not given". */
export function floatsOrNull(): AttributeSpec<readonly number[] | null> {
  const list = floats();
  return {
    accepts: `null or ${list.accepts}`,
    default: null,
    parse: (value, ops) => (value === null ? null : list.parse(value, ops)),
  };
}

/** `[height, width]`; one integer stands for both. */
export type Pair = readonly [number, number];

export function pair(fallback?: Pair, min = 1): AttributeSpec<Pair> {
  const accepts = `an integer of at least ${min} or a pair of them [height, width]`;
  return {
    accepts,
    ...(fallback === undefined ? {} : { default: fallback }),
    parse(value) {
      const both: unknown = Array.isArray(value) ? value : [value, value];
      if (Array.isArray(both) && both.length === 2 && both.every((n) => inRange(n, { min }))) {
        return [both[0] as number, both[1] as number];
      }
      throw expected(accepts, value);
    },
  };
}

/** A list of dimensions: integers or expressions over the graph's symbols. */
export function dimensions(fallback?: readonly Dim[]): AttributeSpec<readonly Dim[]> {
  const accepts = 'a list of dimensions';
  return {
    accepts,
    ...(fallback === undefined ? {} : { default: fallback }),
    parse(value) {
      if (!isShortList(value)) throw expected(accepts, value);
      return value.map((d: unknown) => {
        if (typeof d !== 'string' && !Number.isSafeInteger(d)) throw expected(accepts, value);
        return dim.normalise(d as Dim);
      });
    },
    bind: (value, bindings) => value.map((d) => dim.bind(d, bindings)),
  };
}
