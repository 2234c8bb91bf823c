import { throwIfAborted } from '../engine.js';
import type { Executable, TensorMap } from '../../backend/contract.js';

const mostRuns = 7;

/**
 * The median milliseconds of a run after one that does not count; as many as fit until the deadline,
 * at least one.
 *
 * @throws AbortedError when the signal ends it
 */
export async function timeRuns(
  executable: Pick<Executable, 'run'>,
  inputs: TensorMap,
  deadline: number,
  signal: AbortSignal,
): Promise<number> {
  await executable.run(inputs, { signal });
  const times: number[] = [];
  do {
    // An engine may be too far gone in a run to heed the signal.
    throwIfAborted(signal);
    const started = performance.now();
    await executable.run(inputs, { signal });
    times.push(performance.now() - started);
  } while (times.length < mostRuns && performance.now() < deadline);
  throwIfAborted(signal);
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}
