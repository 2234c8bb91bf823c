import type { DType } from '@separable/core';
import type { Json } from '../file/json.js';
import { errorAt, quote } from '../file/place.js';
import { Unsupported } from '../unsupported.js';

/** TensorFlow's names and numbers of dtypes, and what stands for them. */
const dtypes: ReadonlyMap<unknown, DType> = new Map<unknown, DType>([
  ...(['DT_FLOAT', 1, 'DT_DOUBLE', 2, 'DT_HALF', 19] as const).map((t) => [t, 'float32'] as const),
  ...(['DT_INT32', 3, 'DT_INT64', 9, 'DT_INT16', 5, 'DT_INT8', 6] as const).map(
    (t) => [t, 'int32'] as const,
  ),
  ...(['DT_UINT8', 4] as const).map((t) => [t, 'uint8'] as const),
  ...(['DT_BOOL', 10] as const).map((t) => [t, 'bool'] as const),
]);

/** Reads the attributes of a node: each is an object with one key that says its kind. */
export class Attributes {
  private readonly json: Json;

  constructor(json: Json) {
    this.json = json;
  }

  has(name: string): boolean {
    return !this.json.get(name).isAbsent;
  }

  int(name: string, fallback?: number): number {
    const json = this.kind(name, 'i');
    return json === undefined ? this.required(name, fallback) : wholeOf(json);
  }

  float(name: string, fallback?: number): number {
    const json = this.kind(name, 'f');
    return json === undefined ? this.required(name, fallback) : json.number();
  }

  flag(name: string, fallback = false): boolean {
    return this.kind(name, 'b')?.flag() ?? fallback;
  }

  text(name: string, fallback?: string): string {
    const json = this.kind(name, 's');
    return json === undefined ? this.required(name, fallback) : textOf(json);
  }

  ints(name: string, fallback?: readonly number[]): readonly number[] {
    const list = this.kind(name, 'list');
    if (list === undefined) return this.required(name, fallback);
    return list.get('i').listOrNone().map(wholeOf);
  }

  texts(name: string): readonly string[] {
    const list = this.kind(name, 'list');
    return list === undefined ? [] : list.get('s').listOrNone().map(textOf);
  }

  /** @throws Unsupported for a dtype that graphs do not have */
  dtype(name: string, fallback?: DType): DType {
    const json = this.kind(name, 'type');
    if (json === undefined) return this.required(name, fallback);
    const found = dtypes.get(json.value);
    if (found === undefined) throw new Unsupported(`its dtype is ${quote(String(json.value))}`);
    return found;
  }

  /** A shape, with null for extents left open; undefined where even the rank is open. */
  shape(name: string): readonly (number | null)[] | undefined {
    const json = this.kind(name, 'shape');
    if (json === undefined || !json.get('unknownRank').isAbsent) return undefined;
    return json
      .get('dim')
      .listOrNone()
      .map((extent) => {
        const size = extent.get('size');
        const value = size.isAbsent ? 0 : wholeOf(size);
        return value < 0 ? null : value;
      });
  }

  private kind(name: string, key: string): Json | undefined {
    const json = this.json.get(name);
    if (json.isAbsent) return undefined;
    const value = json.get(key);
    if (value.isAbsent) throw json.expected(`an attribute of kind ${quote(key)}`);
    return value;
  }

  private required<T>(name: string, fallback: T | undefined): T {
    if (fallback !== undefined) return fallback;
    throw errorAt(this.json.place, `the attribute ${quote(name)} is missing`);
  }
}

/** A 64-bit integer, which JSON holds as text. */
function wholeOf(json: Json): number {
  const { value } = json;
  const number = typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number))
    throw json.expected('an integer');
  return number + 0;
}

/** Text in base64, or as the codes of its letters. */
function textOf(json: Json): string {
  if (Array.isArray(json.value)) return String.fromCharCode(...json.integers().slice(0, 64));
  try {
    return atob(json.text());
  } catch (cause) {
    throw errorAt(json.place, 'expected text in base64', cause);
  }
}
