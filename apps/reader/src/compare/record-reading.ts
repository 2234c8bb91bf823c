import type { FloatTensor, NetworkName, RunNetwork } from '../networks/network.js';
import type { Picture } from '../picture/picture.js';
import { readText, type Watcher } from '../read-text.js';

/** One run of a network. */
export interface RecordedRun {
  readonly network: NetworkName;
  readonly input: FloatTensor;
  readonly output: FloatTensor;
  readonly milliseconds: number;
}

/** What was read, and every run it took. */
export interface Reading {
  readonly texts: readonly string[];
  readonly runs: readonly RecordedRun[];
}

/** Reads a picture and keeps every run: detection first, then a recognition for each line. */
export async function recordReading(
  picture: Picture,
  run: RunNetwork,
  classes: readonly string[],
  watcher: Watcher,
): Promise<Reading> {
  const runs: RecordedRun[] = [];
  const recording: RunNetwork = async (network, input) => {
    const started = performance.now();
    const output = await run(network, input);
    runs.push({ network, input, output, milliseconds: performance.now() - started });
    return output;
  };
  const lines = await readText(picture, recording, classes, watcher);
  return { texts: lines.map(({ text }) => text), runs };
}
