import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../repository.js';

/** The parts of tools/bench/results.json that are shown; tools/bench writes it. */
export interface Results {
  readonly races: readonly Race[];
  readonly firsts: readonly FirstRace[];
  readonly plans: readonly ProfiledPlan[];
}

/** One task in one place on so many threads; the first engine is what the others are compared with. */
export interface Race {
  readonly place: string;
  readonly threads: number;
  readonly task: string;
  readonly date: string;
  readonly relaxedSimd: boolean;
  readonly rounds: number;
  readonly standings: readonly Standing[];
}

export interface Standing {
  readonly engine: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly gigaflops: number;
  readonly ofLimit: number;
  readonly ratio: { readonly median: number; readonly min: number; readonly max: number };
}

/** From what an engine has in hand to its first result, each in a process of its own. */
export interface FirstRace {
  readonly place: string;
  readonly task: string;
  readonly date: string;
  readonly firsts: readonly {
    readonly engine: string;
    readonly from: string;
    readonly median: number;
    readonly min: number;
    readonly max: number;
  }[];
}

/** A plan on one thread with the least time of each step. */
export interface ProfiledPlan {
  readonly place: string;
  readonly task: string;
  readonly date: string;
  readonly text: string;
}

/** What the bench last found of each task in each place. */
export function readResults(): Results {
  return JSON.parse(readFileSync(join(root, 'tools/bench/results.json'), 'utf8')) as Results;
}
