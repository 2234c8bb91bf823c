import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../repository.js';

/** The parts of a column of tools/matrix/results.json that are shown; tools/matrix writes them. */
export interface Column {
  readonly engine: string;
  readonly place: 'node' | 'chromium';
  readonly host: string;
  readonly isolated?: boolean;
  readonly device: string;
  readonly features: Readonly<Record<string, string | number | boolean>>;
  readonly date: string;
  /** Whether it ran the suite whole or the sample that `npm test` takes. */
  readonly extent: 'whole' | 'sample';
  readonly groups: Readonly<Record<string, GroupCounts>>;
  readonly remarks: readonly Remark[];
  readonly random: {
    readonly runs: number;
    readonly seed: number;
    readonly passed: boolean;
  } | null;
}

/** Cases by verdict; verdicts that do not occur are left out. */
export type GroupCounts = Readonly<Record<string, number>>;

/** Why cases of a group did not pass. */
export interface Remark {
  readonly group: string;
  readonly verdict: string;
  readonly reason: string;
  readonly cases: number;
}

/** What the last whole run of each engine found. */
export function readResults(): readonly Column[] {
  const text = readFileSync(join(root, 'tools/matrix/results.json'), 'utf8');
  return (JSON.parse(text) as { readonly columns: readonly Column[] }).columns;
}
