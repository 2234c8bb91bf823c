import { columns } from '../receipt/columns.js';
import { milliseconds } from '../receipt/quantity.js';
import type { ComparedEngine } from './engine.js';

const header = ['backend', 'load', 'compile', 'first run', 'median line', 'deviation', 'text'];

/** The backends side by side, and below them those that did not read, with the reason. */
export function printComparison(image: string, engines: readonly ComparedEngine[]): string {
  const rows = engines.flatMap((engine) => ('reason' in engine ? [] : [rowOf(engine, engines)]));
  const missing = engines.flatMap((engine) =>
    'reason' in engine ? [`${engine.backend} did not read: ${engine.reason}`] : [],
  );
  return [
    image,
    '',
    columns([header, ...rows]),
    '',
    ...missing,
    `first run: detection; median line: recognition; deviation from ${engines[0]!.backend}, relative to the`,
    'largest number of an output, over all outputs for the same inputs',
    '',
  ].join('\n');
}

type ReadEngine = Exclude<ComparedEngine, { readonly reason: string }>;

function rowOf(engine: ReadEngine, engines: readonly ComparedEngine[]): readonly string[] {
  const isReference = engine.backend === engines[0]!.backend;
  const text = engine.sameText ? 'identical' : 'DIFFERENT';
  return [
    engine.backend,
    milliseconds(engine.loadMs),
    milliseconds(engine.compileMs),
    milliseconds(engine.firstMs),
    milliseconds(engine.medianMs),
    isReference ? '' : engine.deviation.toExponential(1),
    isReference ? `${engine.lines} lines` : text,
  ];
}
