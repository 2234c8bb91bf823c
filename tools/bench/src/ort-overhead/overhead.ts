import { ort } from '@separable/backend-ort';
import { createSession } from '@separable/core';
import { exportOnnx, importOnnx } from '@separable/onnx';
import * as onnxruntime from 'onnxruntime-web';
import { relativeDistance, type Timing, timingOf } from '../measure/statistics.js';
import type { Task } from '../task/task.js';

/** What a session on `ort:wasm` costs over onnxruntime-web itself, on one network. */
export interface Overhead {
  readonly network: string;
  readonly ours: Timing;
  readonly byHand: Timing;
  /** By medians: 1.05 is five in a hundred more. */
  readonly ratio: number;
  /** Medians of the ratios of the first and the second half of the rounds. */
  readonly halves: readonly [number, number];
  readonly distance: number;
  /** Milliseconds from a graph to the bytes of its model; the median of five. */
  readonly lowering: number;
}

/**
 * Runs the same `.onnx` in turns through a session and by hand, in this process, on the same engine
 * with the same threads. Who begins changes from round to round.
 *
 * @throws Error when the results differ by more than rounding
 */
export async function overheadOn(task: Task, threads: number, rounds: number): Promise<Overhead> {
  const graph = importOnnx(task.model);
  await using session = await createSession(graph, { backends: [ort({ threads })] });
  // Our session has started the engine; the one by hand joins it.
  const peer = await onnxruntime.InferenceSession.create(task.model, {
    executionProviders: ['wasm'],
  });
  const [input, output] = [graph.inputs[0]!, graph.outputs[0]!.name];
  const [peerInput, peerOutput] = [peer.inputNames[0]!, peer.outputNames[0]!];
  const { shape, input: data } = task;
  const runs = [
    async () => (await session.run({ [input]: { dtype: 'float32', shape, data } }))[output]!.data,
    async () =>
      (await peer.run({ [peerInput]: new onnxruntime.Tensor('float32', data, shape) }))[peerOutput]!
        .data as Float32Array,
  ] as const;
  const distance = relativeDistance(await runs[0](), await runs[1]());
  if (!(distance < 1e-4)) throw new Error(`${task.name}: outputs differ by ${distance}`);
  const times: [number[], number[]] = [[], []];
  for (let round = -5; round < rounds; round++) {
    for (const side of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const started = performance.now();
      await runs[side]();
      if (round >= 0) times[side].push(performance.now() - started);
    }
  }
  await peer.release();
  const [ours, byHand] = [timingOf(times[0]), timingOf(times[1])];
  return {
    network: task.name,
    ours,
    byHand,
    ratio: ours.median / byHand.median,
    halves: halvesOf(times),
    distance,
    lowering: loweringTime(session.compiled),
  };
}

function halvesOf([ours, byHand]: readonly [number[], number[]]): readonly [number, number] {
  const middle = ours.length >> 1;
  const ratio = (from: number, to?: number): number =>
    timingOf(ours.slice(from, to)).median / timingOf(byHand.slice(from, to)).median;
  return [ratio(0, middle), ratio(middle)];
}

function loweringTime(graph: Parameters<typeof exportOnnx>[0]): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    exportOnnx(graph);
    return performance.now() - started;
  });
  return timingOf(times).median;
}
