import { SeparableError } from '@separable/core';
import { importOnnx } from '../src/import-onnx.js';
import { encodeModel } from '../src/proto/encode-model.js';
import type { ModelProto } from '../src/proto/model-proto.js';
import { mutate, Random } from './mutate.js';
import { restructure } from './restructure.js';

/** What became of mutated files. */
export interface FuzzReport {
  readonly runs: number;
  readonly imported: number;
  /** Files refused with a typed error, by its code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Files that failed in any other way: the run that repeats it, and how it failed. */
  readonly failures: readonly { readonly run: number; readonly why: string }[];
  readonly slowest: { readonly run: number; readonly milliseconds: number };
}

interface FuzzOptions {
  readonly seeds: readonly ModelProto[];
  readonly runs: number;
  readonly first?: number;
  /** Told after each run. */
  readonly onRun?: (run: number) => void;
}

/** The mutated file of a run: bytes that make no sense, or sound bytes of a senseless model. */
function mutant(
  seeds: readonly ModelProto[],
  files: readonly Uint8Array[],
  run: number,
): Uint8Array {
  const random = new Random(run);
  return run % 2 === 0
    ? mutate(files, random)
    : restructure(seeds[random.below(seeds.length)]!, random);
}

/** Imports mutated files: each has to import or be refused with a typed error. */
export function fuzz({ seeds, runs, first = 0, onRun }: FuzzOptions): FuzzReport {
  const files = seeds.map(encodeModel);
  const refused: Record<string, number> = {};
  const failures: { run: number; why: string }[] = [];
  let imported = 0;
  let slowest = { run: -1, milliseconds: 0 };
  for (let run = first; run < first + runs; run++) {
    const bytes = mutant(seeds, files, run);
    const start = performance.now();
    try {
      importOnnx(bytes);
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
