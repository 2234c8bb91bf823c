import { markdownTable } from '../conformance-page/markdown-table.js';
import type { FirstRace, ProfiledPlan, Race, Results } from './results.js';

const introduction = `<!-- Written by \`pnpm generate\` from tools/bench/results.json, which \`pnpm bench --keep\` writes; do not edit. -->

# Performance

Networks and single layers on backend-wasm and on what else there is, in turns, in one process for each
number of threads, on the same input and weights. Milliseconds are medians with the least and the
greatest of all rounds; the machine was shared, so least times say more than medians where the two are far apart. What counts is the ratio: the other engine's time divided by ours, by medians, and
between which values it lay in the middle half of the rounds. \`wasm:1\` is ours on one thread.

The limit is what 128-bit SIMD can do: 16 floating-point operations a cycle on each thread. Native ONNX
Runtime has wider vectors and passes it.`;

/** `docs/performance.md`. */
export function performancePage({ races, firsts, plans }: Results): string {
  const tasks = [...new Set(races.map(({ task }) => task))].sort();
  return [
    introduction,
    ...tasks.flatMap((task) => [`## ${task}`, raceTable(races.filter((one) => one.task === task))]),
    ...firsts.flatMap((race) => [`## First result of ${race.task}`, firstTable(race)]),
    ...plans.flatMap((plan) => [`## Where the time of ${plan.task} goes`, planBlock(plan)]),
  ].join('\n\n');
}

function raceTable(races: readonly Race[]): string {
  const head = ['in', 'threads', 'engine', 'ms', 'GFLOP/s', 'of limit', 'time ÷ ours', 'on'];
  const rows = races.flatMap(({ place, threads, relaxedSimd, date, standings }) =>
    standings.map(({ engine, median, min, max, gigaflops, ofLimit, ratio }, index) => [
      relaxedSimd ? `${place}, relaxed SIMD` : place,
      String(threads),
      engine,
      spread(median, min, max, (value) => value.toFixed(value < 10 ? 2 : 1)),
      gigaflops.toFixed(1),
      `${(100 * ofLimit).toFixed(0)} %`,
      index === 0 ? '1' : spread(ratio.median, ratio.min, ratio.max, (value) => value.toFixed(2)),
      date,
    ]),
  );
  return markdownTable(head, rows);
}

function firstTable({ place, date, firsts }: FirstRace): string {
  const rows = firsts.map(({ engine, from, median, min, max }) => [
    engine,
    from,
    spread(median, min, max, (value) => value.toFixed(0)),
  ]);
  return `On one thread of ${place}, ${date}, each time in a new process whose JavaScript is loaded.

${markdownTable(['engine', 'from', 'ms'], rows)}`;
}

function planBlock({ place, date, text }: ProfiledPlan): string {
  return `The plan on one thread of ${place}, ${date}, with the least time of each step.\n\n\`\`\`text\n${text}\n\`\`\``;
}

function spread(median: number, min: number, max: number, text: (value: number) => string): string {
  return `${text(median)} (${text(min)}–${text(max)})`;
}
