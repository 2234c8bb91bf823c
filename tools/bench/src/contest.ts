import type { Contender, Engine } from './contender/contender.js';
import { inOurOrder } from './contender/onnxruntime.js';
import { relativeDistance, type Timing, timingOf } from './measure/statistics.js';
import type { Task } from './task/task.js';

/** One engine's result on one task; milliseconds. */
export interface Score extends Timing {
  readonly engine: string;
  readonly ours: boolean;
  /** From bytes in memory to ready. */
  readonly open: number;
  /** The first run after that. */
  readonly first: number;
  /** The time of each round. */
  readonly times: readonly number[];
  /** `‖y − y₀‖ / ‖y₀‖` to the first engine's output. */
  readonly distance: number;
}

/** All engines on one task. */
export interface Contest {
  readonly task: string;
  readonly macs: number;
  readonly scores: readonly Score[];
  /** Engines that did not take part, and why. */
  readonly absent: readonly { readonly engine: string; readonly reason: string }[];
}

export interface ContestOptions {
  readonly warmups: number;
  readonly rounds: number;
  readonly onProgress: (text: string) => void;
}

interface Entrant {
  readonly engine: Engine;
  readonly contender: Contender;
  readonly open: number;
  readonly first: number;
  readonly distance: number;
  readonly times: number[];
}

/** Outputs further apart than this are not the same network. */
const farthest = 1e-3;

/**
 * Runs the engines in turns on the same input, in this process: each round runs each of them once, in
 * an order that moves on by one from round to round.
 *
 * @throws Error when outputs differ by more than rounding
 */
export async function contest(
  task: Task,
  engines: readonly Engine[],
  options: ContestOptions,
): Promise<Contest> {
  const { onProgress, rounds, warmups } = options;
  const { input } = task;
  const entrants: Entrant[] = [];
  const absent: { engine: string; reason: string }[] = [];
  let reference: Float32Array | undefined;
  try {
    for (const engine of engines) {
      onProgress(`${task.name}: opening ${engine.name}`);
      const started = performance.now();
      const contender = await openOr(engine, task, (reason) =>
        absent.push({ engine: engine.name, reason }),
      );
      if (contender === undefined) continue;
      const opened = performance.now();
      const y = await contender.run(input);
      const ran = performance.now();
      reference ??= y.slice();
      const distance = distanceBetween(y, reference, task);
      entrants.push({
        engine,
        contender,
        open: opened - started,
        first: ran - opened,
        distance,
        times: [],
      });
      if (!(distance < farthest)) {
        throw new Error(`${task.name}: ${engine.name} is ${distance} away from the first engine`);
      }
    }
    for (let round = -warmups; round < rounds; round++) {
      onProgress(`${task.name}: ${round < 0 ? 'warming up' : `round ${round + 1} of ${rounds}`}`);
      const from = (round + warmups) % entrants.length;
      for (const entrant of [...entrants.slice(from), ...entrants.slice(0, from)]) {
        await rest();
        const start = performance.now();
        await entrant.contender.run(input);
        if (round >= 0) entrant.times.push(performance.now() - start);
      }
    }
    return { task: task.name, macs: task.macs, scores: entrants.map(scoreOf), absent };
  } finally {
    for (const { contender } of entrants) await contender.dispose();
  }
}

/** Threads of the engine before spin for a while in wait of more; they must not take the cores of this one. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 40));
}

/** An engine that refuses a task is told apart from one that computes something else. */
async function openOr(
  engine: Engine,
  task: Task,
  refuse: (reason: string) => void,
): Promise<Contender | undefined> {
  try {
    return await engine.open(task);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** Layers come out channels first from ONNX engines; whichever order is nearer is the one they used. */
function distanceBetween(y: Float32Array, reference: Float32Array, task: Task): number {
  const plain = relativeDistance(y, reference);
  if (!task.channelsFirst || plain < farthest) return plain;
  const shape = task.graph.values.get(task.graph.outputs[0]!.value)!.shape as readonly number[];
  return relativeDistance(inOurOrder(y, shape), reference);
}

function scoreOf({ engine, open, first, distance, times }: Entrant): Score {
  return {
    engine: engine.name,
    ours: engine.ours,
    open,
    first,
    distance,
    times,
    ...timingOf(times),
  };
}
