import type { ProbabilityMap } from './regions.js';

/** A map drawn in text: `#` is 0.9, `+` is 0.4, anything else 0. */
export function mapOf(...rows: readonly string[]): ProbabilityMap {
  const width = rows[0]?.length ?? 0;
  const levels: Readonly<Record<string, number>> = { '#': 0.9, '+': 0.4 };
  const data = Float32Array.from([...rows.join('')], (mark) => levels[mark] ?? 0);
  return { width, height: rows.length, data };
}
