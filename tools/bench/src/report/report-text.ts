import type { Contest, Score } from '../contest.js';
import type { Findings } from '../place/plan.js';
import { fractionOfLimit, gigaflops, ratioOf } from './contest-rows.js';
import { padTable } from './pad-table.js';

const head = ['', 'open', 'first', 'median ms', 'min–max', 'GFLOP/s', 'of limit', 'time ÷ ours'];

/** Everything measured in one place as text: a table a task, an engine a line. */
export function reportText(findings: Findings): string {
  const { place, threads, clock, relaxedSimd, contests } = findings;
  const title = `${place}, ${threads} thread${threads === 1 ? '' : 's'}, ${
    relaxedSimd ? 'relaxed SIMD' : 'no relaxed SIMD'
  }, core at ${(clock / 1e9).toFixed(2)} GHz`;
  return [title, ...contests.map((one) => contestText(one, findings))].join('\n\n');
}

function contestText(contest: Contest, findings: Findings): string {
  const [first] = contest.scores;
  if (first === undefined) return `${contest.task}: no engine`;
  const rows = contest.scores.map((score) => cells(contest, score, first, findings));
  const title = `${contest.task} (${(contest.macs / 1e6).toFixed(0)} M MACs)`;
  const absent = contest.absent.map(({ engine, reason }) => `\n${engine}: ${reason}`);
  return padTable([[title, ...head.slice(1)], ...rows], 1) + absent.join('');
}

function cells(contest: Contest, score: Score, first: Score, findings: Findings): string[] {
  const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
  const { median, min, max } = ratioOf(first, score);
  return [
    `  ${score.engine}`,
    ms(score.open),
    ms(score.first),
    ms(score.median),
    `${ms(score.min)}–${ms(score.max)}`,
    gigaflops(contest, score).toFixed(1),
    `${(100 * fractionOfLimit(contest, score, findings)).toFixed(0)} %`,
    score === first ? '1' : `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`,
  ];
}
