import type { Findings } from '../place/plan.js';
import { fractionOfLimit, gigaflops, ratioOf } from '../report/contest-rows.js';
import type { Race } from './results.js';

/** What findings come to, without the single rounds. */
export function racesOf(findings: Findings, date: string): readonly Race[] {
  const { place, threads, relaxedSimd } = findings;
  return findings.contests.map((contest) => {
    const [ours] = contest.scores;
    return {
      place,
      threads,
      task: contest.task,
      date,
      relaxedSimd,
      rounds: ours?.times.length ?? 0,
      standings: contest.scores.map((score) => {
        const { median, min, max } = ratioOf(ours!, score);
        return {
          engine: score.engine,
          median: rounded(score.median),
          min: rounded(score.min),
          max: rounded(score.max),
          gigaflops: rounded(gigaflops(contest, score)),
          ofLimit: rounded(fractionOfLimit(contest, score, findings)),
          ratio: { median: rounded(median), min: rounded(min), max: rounded(max) },
        };
      }),
    };
  });
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
