import type { Contest, Score } from '../contest.js';
import { timingOf } from '../measure/statistics.js';
import type { Findings } from '../place/plan.js';

/** Ratio of two engines' times: by medians, and the least and greatest of the rounds' own ratios. */
export interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** How many times as fast `score` is as `other`; the middle half of the rounds is the spread. */
export function ratioOf(score: Score, other: Score): Ratio {
  const ratios = score.times
    .map((time, round) => other.times[round]! / time)
    .toSorted((a, b) => a - b);
  const quarter = Math.floor(ratios.length / 4);
  const { min, max } = timingOf(ratios.slice(quarter, ratios.length - quarter));
  return { median: other.median / score.median, min, max };
}

/** Two operations a multiply-accumulate, in 10⁹ a second. */
export function gigaflops({ macs }: Contest, { median }: Score): number {
  return (2 * macs) / median / 1e6;
}

/** Of what 128-bit SIMD can do: 2 multiplications and 2 additions of 4 lanes a cycle, on each thread. */
export function fractionOfLimit(contest: Contest, score: Score, findings: Findings): number {
  const threads = score.engine.endsWith(':1') ? 1 : findings.threads;
  return (gigaflops(contest, score) * 1e9) / (16 * findings.clock * threads);
}
