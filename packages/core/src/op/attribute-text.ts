/** A replacer for `JSON.stringify`: JSON has no literal for ±Infinity, so it becomes text. */
export function keepInfinity(_: string, value: unknown): unknown {
  return value === Infinity || value === -Infinity ? String(value) : value;
}

/** The infinity that text stands for, or the value itself. */
export function readInfinity(value: unknown): unknown {
  return value === 'Infinity' || value === '-Infinity' ? Number(value) : value;
}

/** Attributes as text, equal exactly where they are. */
export function attributesKey(value: unknown): string {
  return JSON.stringify(value, keepInfinity);
}
