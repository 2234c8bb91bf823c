import type { AttributeValue } from './attribute.js';

/** Numbers that JSON has no literal for, or loses; attributes read them back from text. */
const odd: readonly number[] = [Infinity, -Infinity, -0];

/** The number that text stands for in saved attributes, or the value itself. */
export function numberOf(value: unknown): unknown {
  return odd.find((number) => oddText(number) === value) ?? value;
}

function oddText(number: number): string {
  return Object.is(number, -0) ? '-0' : String(number);
}

/** A replacer for `JSON.stringify` that keeps every number apart from every other. */
export function keepNumbers(_: string, value: unknown): unknown {
  return odd.some((number) => Object.is(number, value)) ? oddText(value as number) : value;
}

/** Attributes as text, equal exactly where they are. */
export function attributesKey(value: AttributeValue | undefined): string {
  return JSON.stringify(value, keepNumbers);
}

/** Any value in a few words for a message: `"text"`, `12`, `{"a":1}`, however deep or odd it is. */
export function described(value: unknown): string {
  if (typeof value === 'number') return String(value);
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 200);
  } catch {
    // Nested past the stack, cyclic, or a bigint.
    return typeof value;
  }
}
