import type { ImportError } from '@separable/core';
import { errorAt, quote } from './place.js';

/** A value of model.json that knows its place, read with the kind that is expected there. */
export class Json {
  readonly value: unknown;
  readonly place: string;

  constructor(value: unknown, place: string) {
    this.value = value;
    this.place = place;
  }

  /** Whether the file leaves the value out; null means the same. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** An entry of an object; absent where there is none. */
  get(key: string): Json {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.expected('an object');
    }
    const place = this.place === '' ? key : `${this.place}.${key}`;
    const found = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    return new Json(found, place);
  }

  list(): readonly Json[] {
    if (!Array.isArray(this.value)) throw this.expected('a list');
    return this.value.map((value, i) => new Json(value, `${this.place}[${i}]`));
  }

  /** A list, or nothing where the file leaves it out. */
  listOrNone(): readonly Json[] {
    return this.isAbsent ? [] : this.list();
  }

  text(fallback?: string): string {
    if (this.isAbsent && fallback !== undefined) return fallback;
    if (typeof this.value !== 'string') throw this.expected('text');
    return this.value;
  }

  number(fallback?: number): number {
    if (this.isAbsent && fallback !== undefined) return fallback;
    if (typeof this.value !== 'number') throw this.expected('a number');
    return this.value;
  }

  integer(fallback?: number): number {
    const value = this.number(fallback);
    if (!Number.isSafeInteger(value)) throw this.expected('an integer');
    return value;
  }

  flag(fallback?: boolean): boolean {
    if (this.isAbsent && fallback !== undefined) return fallback;
    if (typeof this.value !== 'boolean') throw this.expected('true or false');
    return this.value;
  }

  integers(): readonly number[] {
    return this.list().map((entry) => entry.integer());
  }

  expected(what: string): ImportError {
    return errorAt(this.place, `expected ${what}, got ${describe(this.value)}`);
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
