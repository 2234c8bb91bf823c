import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines } from '../engines.js';
import type { Column } from './column.js';

const file = join(import.meta.dirname, '..', '..', 'results.json');

/** The columns that docs/conformance.md is generated from. */
export function readResults(): readonly Column[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly columns: readonly Column[] })
    .columns;
}

/** Puts columns in the place of older ones of the same engine and place; drops engines that are gone. */
export function writeResults(newer: readonly Column[]): void {
  const byPlace = new Map([...readResults(), ...newer].map((column) => [placeOf(column), column]));
  const columns = engines.flatMap(({ name, places }) =>
    places.flatMap((place) => byPlace.get(placeOf({ engine: name, place })) ?? []),
  );
  writeFileSync(file, `${JSON.stringify({ columns }, undefined, 2)}\n`);
}

function placeOf({ engine, place }: Pick<Column, 'engine' | 'place'>): string {
  return `${engine} in ${place}`;
}
