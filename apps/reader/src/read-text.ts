import { detect } from './detection/detect.js';
import type { RotatedBox } from './geometry/rotated-box.js';
import type { RunNetwork } from './networks/network.js';
import type { Picture } from './picture/picture.js';
import { readingOrder } from './reading-order.js';
import { decode, type Reading } from './recognition/decode.js';
import { strip } from './recognition/strip.js';

/** A line of text, where it stands in the picture (its pixels) and how sure the network is. */
export interface Line extends Reading {
  readonly box: RotatedBox;
}

/** Readings below this are noise more often than text. */
const minConfidence = 0.5;

/** Told before each step, so that waiting people see something move. */
export interface Watcher {
  detecting(): void;
  recognising(line: number, lines: number): void;
}

/**
 * Reads the text in a picture, in reading order.
 *
 * @param run runs the detection and the recognition network
 * @param classes the text of each class of the recognition network
 */
export async function readText(
  picture: Picture,
  run: RunNetwork,
  classes: readonly string[],
  watcher: Watcher,
): Promise<Line[]> {
  watcher.detecting();
  const boxes = readingOrder((await detect(picture, run)).map((box) => ({ box })));
  const lines: Line[] = [];
  for (const [index, { box }] of boxes.entries()) {
    watcher.recognising(index + 1, boxes.length);
    const reading = decode(await run('recognition', strip(picture, box)), classes);
    if (reading.confidence >= minConfidence && reading.text !== '') lines.push({ ...reading, box });
  }
  return lines;
}
