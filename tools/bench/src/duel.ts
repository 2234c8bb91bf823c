import { graphCost } from '@separable/core';
import type { Contender } from './contender.js';
import { jsContender } from './js-contender.js';
import type { BenchNetwork } from './networks.js';
import { relativeDistance, type Timing, timingOf } from './statistics.js';
import { tfjsContender } from './tfjs-contender.js';

/** One engine's result on one network. */
export interface Score extends Timing {
  readonly engine: string;
  readonly compileMilliseconds: number;
  readonly firstMilliseconds: number;
  /** Two operations a multiply-accumulate, in 10⁹ a second, at the median. */
  readonly gigaflops: number;
}

/** Both engines on one network. */
export interface Duel {
  readonly network: string;
  readonly macs: number;
  readonly ours: Score;
  readonly theirs: Score;
  /** How many times as fast we are, by medians. */
  readonly ratio: number;
  /** The ratio of each round's pair of runs. */
  readonly ratioSpread: readonly [number, number];
  /** ‖ours − theirs‖ / ‖theirs‖ of the outputs. */
  readonly distance: number;
}

export interface DuelOptions {
  readonly warmups: number;
  readonly rounds: number;
  readonly onProgress: (text: string) => void;
}

/**
 * Runs both engines in turns on the same image with the same folded weights, in this process.
 *
 * @throws Error when their outputs differ by more than rounding
 */
export async function duel(network: BenchNetwork, options: DuelOptions): Promise<Duel> {
  const { onProgress } = options;
  onProgress(`${network.name}: building`);
  const shape = [1, network.resolution, network.resolution, 3];
  const graph = network.build();
  const image = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(i));
  const { macs } = graphCost(graph, { [graph.inputs[0]!]: shape });
  const ours = await jsContender(graph, shape);
  const theirs = await tfjsContender(ours.compiled, shape);
  try {
    const first = [await timed(ours, image), await timed(theirs, image)] as const;
    const distance = relativeDistance(first[0].output, first[1].output);
    if (!(distance < 1e-4)) throw new Error(`${network.name}: outputs differ by ${distance}`);
    const times: [number[], number[]] = [[], []];
    for (let round = -options.warmups; round < options.rounds; round++) {
      onProgress(
        `${network.name}: ${round < 0 ? 'warming up' : `round ${round + 1} of ${options.rounds}`}`,
      );
      const pair = [await timed(ours, image), await timed(theirs, image)] as const;
      if (round >= 0) pair.forEach(({ milliseconds }, side) => times[side]!.push(milliseconds));
    }
    const scores = [ours, theirs].map((contender, side) => {
      return score(contender, macs, first[side]!.milliseconds, times[side]!);
    });
    const ratios = times[0].map((time, round) => times[1][round]! / time);
    return {
      network: network.name,
      macs,
      ours: scores[0]!,
      theirs: scores[1]!,
      ratio: scores[1]!.median / scores[0]!.median,
      ratioSpread: [Math.min(...ratios), Math.max(...ratios)],
      distance,
    };
  } finally {
    await ours.dispose();
    await theirs.dispose();
  }
}

async function timed(contender: Contender, image: Float32Array) {
  const start = performance.now();
  const output = await contender.run(image);
  return { output, milliseconds: performance.now() - start };
}

function score(
  { name, compileMilliseconds }: Contender,
  macs: number,
  firstMilliseconds: number,
  times: readonly number[],
): Score {
  const timing = timingOf(times);
  const gigaflops = (2 * macs) / timing.median / 1e6;
  return { engine: name, compileMilliseconds, firstMilliseconds, ...timing, gigaflops };
}
