import type { MeasurementStore } from './measure-options.js';

/** Milliseconds of a run by the name of the backend. */
export type Times = ReadonlyMap<string, number>;

/** What is remembered under a key; undefined when it is nothing, or nothing that can be read. */
export async function recall(store: MeasurementStore, key: string): Promise<Times | undefined> {
  try {
    const entries: unknown = JSON.parse((await store.get(key)) ?? 'null');
    return isTimes(entries) ? new Map(Object.entries(entries)) : undefined;
  } catch {
    return undefined;
  }
}

/** Remembering saves time and nothing else, so a store that cannot write is no error. */
export async function remember(store: MeasurementStore, key: string, times: Times): Promise<void> {
  try {
    await store.set(key, JSON.stringify(Object.fromEntries(times)));
  } catch {
    // The next session measures again.
  }
}

function isTimes(value: unknown): value is Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return false;
  const times = Object.values(value);
  return times.length > 0 && times.every((ms) => typeof ms === 'number');
}
