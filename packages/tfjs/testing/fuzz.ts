import { SeparableError } from '@separable/core';
import { importTfjs, type TfjsFiles } from '../src/import-tfjs.js';
import { mutateText } from './mutate-text.js';
import { Random } from './random.js';
import { restructure } from './restructure.js';

/** What became of mutated models. */
export interface FuzzReport {
  readonly runs: number;
  readonly imported: number;
  /** Models refused with a typed error, by its code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Models that failed in any other way: the run that repeats it, and how it failed. */
  readonly failures: readonly { readonly run: number; readonly why: string }[];
  readonly slowest: { readonly run: number; readonly milliseconds: number };
}

interface FuzzOptions {
  readonly seeds: readonly TfjsFiles[];
  readonly runs: number;
  readonly first?: number;
  /** Told after each run. */
  readonly onRun?: (run: number) => void;
}

/** The mutated model of a run: letters that are no JSON, sound JSON of no sense, or shards cut short. */
function mutant(seeds: readonly TfjsFiles[], run: number): TfjsFiles {
  const random = new Random(run);
  const { modelJson, shards } = random.of(seeds);
  const text = modelJson as string;
  if (run % 4 === 0) return { modelJson: mutateText([text], random), shards };
  if (run % 16 !== 1) return { modelJson: restructure([text], random), shards };
  const [path, bytes] = random.of([...shards]);
  const cut =
    random.below(2) === 0
      ? bytes.subarray(random.below(bytes.length + 1))
      : new Uint8Array(random.below(64));
  return { modelJson: text, shards: new Map([...shards, [path, cut]]) };
}

/** Imports mutated models: each has to import or be refused with a typed error. */
export function fuzz({ seeds, runs, first = 0, onRun }: FuzzOptions): FuzzReport {
  const refused: Record<string, number> = {};
  const failures: { run: number; why: string }[] = [];
  let imported = 0;
  let slowest = { run: -1, milliseconds: 0 };
  for (let run = first; run < first + runs; run++) {
    const files = mutant(seeds, run);
    const start = performance.now();
    try {
      importTfjs(files);
      imported++;
    } catch (error) {
      if (error instanceof SeparableError) refused[error.code] = (refused[error.code] ?? 0) + 1;
      else failures.push({ run, why: error instanceof Error ? `${error.stack}` : String(error) });
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest.milliseconds) slowest = { run, milliseconds };
    onRun?.(run);
  }
  return { runs, imported, refused, failures, slowest };
}
