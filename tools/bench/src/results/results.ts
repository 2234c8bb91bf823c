import type { FirstResult } from '../first/measure-first.js';
import type { Ratio } from '../report/contest-rows.js';

/** An engine on a task, milliseconds; `ratio` is its time divided by that of the first engine. */
export interface Standing {
  readonly engine: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly gigaflops: number;
  /** Of what 128-bit SIMD can do. */
  readonly ofLimit: number;
  readonly ratio: Ratio;
}

/** One task in one place on so many threads. */
export interface Race {
  /** `Node 20.20.2`, `Chromium 156`. */
  readonly place: string;
  readonly threads: number;
  readonly task: string;
  readonly date: string;
  readonly relaxedSimd: boolean;
  readonly rounds: number;
  readonly standings: readonly Standing[];
}

/** First results of a task in one place. */
export interface FirstRace {
  readonly place: string;
  readonly threads: number;
  readonly task: string;
  readonly date: string;
  readonly firsts: readonly FirstResult[];
}

/** The plan of a network on one thread, with the best time of each step. */
export interface ProfiledPlan {
  readonly place: string;
  readonly task: string;
  readonly date: string;
  readonly text: string;
}

/** What `docs/performance.md` is made of. */
export interface Results {
  readonly races: readonly Race[];
  readonly firsts: readonly FirstRace[];
  readonly plans: readonly ProfiledPlan[];
}

/** Puts newer results in the place of older ones of the same task, place and threads. */
export function merged(older: Results, newer: Results): Results {
  return {
    races: byKey([...older.races, ...newer.races]),
    firsts: byKey([...older.firsts, ...newer.firsts]),
    plans: byKey([...older.plans, ...newer.plans]),
  };
}

interface Placed {
  readonly place: string;
  readonly task: string;
  readonly threads?: number;
}

/** The last of each kind; a version's last digits do not make another place. */
function byKey<T extends Placed>(all: readonly T[]): readonly T[] {
  const keyOf = ({ place, task, threads = 1 }: T): string =>
    [place.split('.')[0], String(threads), task].join(', ');
  const last = new Map(all.map((one) => [keyOf(one), one]));
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
