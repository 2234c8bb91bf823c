import { SeparableError } from '@separable/core';
import type { RunNetwork } from '../networks/network.js';
import type { Networks } from '../networks/open-networks.js';
import type { Picture } from '../picture/picture.js';
import type { Watcher } from '../read-text.js';
import { deviation } from './deviation.js';
import type { ComparedEngine } from './engine.js';
import { type Reading, recordReading } from './record-reading.js';

/** Told where the comparison is. */
export interface ComparisonWatcher extends Watcher {
  opening(backend: string): void;
}

/**
 * Reads a picture on one backend after another and sets them against the first.
 *
 * @throws whatever the first backend throws: without it there is nothing to compare with
 */
export async function compareEngines(
  picture: Picture,
  backends: readonly string[],
  open: (backend: string) => Promise<Networks>,
  classes: readonly string[],
  watcher: ComparisonWatcher,
): Promise<readonly ComparedEngine[]> {
  const engines: ComparedEngine[] = [];
  let reference: Reading | undefined;
  for (const backend of backends) {
    watcher.opening(backend);
    try {
      await using networks = await open(backend);
      const reading = await recordReading(picture, networks.run, classes, watcher);
      reference ??= reading;
      engines.push(await compared(backend, networks, reading, reference));
    } catch (error) {
      if (reference === undefined || !(error instanceof SeparableError)) throw error;
      engines.push({ backend, reason: error.message.replaceAll(/\s*\n\s*/g, '; ') });
    }
  }
  return engines;
}

async function compared(
  backend: string,
  networks: Networks,
  reading: Reading,
  reference: Reading,
): Promise<ComparedEngine> {
  const receipts = networks.receipts();
  const recognitions = reading.runs.filter(({ network }) => network === 'recognition');
  return {
    backend,
    loadMs: receipts.reduce((sum, { loadMs }) => sum + loadMs, 0),
    compileMs: receipts.reduce((sum, { compileMs }) => sum + compileMs, 0),
    firstMs: reading.runs[0]!.milliseconds,
    medianMs: median(recognitions.map(({ milliseconds }) => milliseconds)),
    deviation: await largestDeviation(networks.run, reading, reference),
    sameText: reading.texts.join('\n') === reference.texts.join('\n'),
    lines: reading.texts.length,
  };
}

/** Where a line was cut out otherwise than for the first backend, that one's input is run again. */
async function largestDeviation(
  run: RunNetwork,
  reading: Reading,
  reference: Reading,
): Promise<number> {
  let largest = 0;
  for (const [index, { network, input, output }] of reference.runs.entries()) {
    const own = reading.runs[index];
    const isSame = own?.network === network && deviation(input.data, own.input.data) === 0;
    const got = isSame ? own.output : await run(network, input);
    largest = Math.max(largest, deviation(output.data, got.data));
  }
  return largest;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
