import type { Duel, Score } from './duel.js';

/** The results as a table, one engine a line. */
export function reportText(duels: readonly Duel[]): string {
  const head = [
    'network',
    'engine',
    'compile ms',
    'first ms',
    'median ms',
    'min–max',
    'GFLOP/s',
    'ratio',
  ];
  const rows = duels.flatMap((duel) => [
    [duel.network, ...cells(duel.ours), ratioText(duel)],
    [`  distance ${duel.distance.toExponential(1)}`, ...cells(duel.theirs), '1'],
  ]);
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column]!, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, column: number): string {
  return column < 2 ? cell.padEnd(width) : cell.padStart(width);
}

function cells({
  engine,
  compileMilliseconds,
  firstMilliseconds,
  median,
  min,
  max,
  gigaflops,
}: Score) {
  const ms = (value: number): string => value.toFixed(1);
  return [
    engine,
    ms(compileMilliseconds),
    ms(firstMilliseconds),
    ms(median),
    `${ms(min)}–${ms(max)}`,
    gigaflops.toFixed(2),
  ];
}

function ratioText({ ratio, ratioSpread: [low, high] }: Duel): string {
  return `${ratio.toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`;
}
