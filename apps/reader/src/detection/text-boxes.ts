import { minAreaBox } from '../geometry/min-area-box.js';
import type { RotatedBox } from '../geometry/rotated-box.js';
import { boxScore } from './box-score.js';
import { type ProbabilityMap, regions } from './regions.js';
import { unclip } from './unclip.js';

/** PaddleOCR's settings for this network. */
export const settings = {
  pixelThreshold: 0.3,
  boxThreshold: 0.6,
  unclipRatio: 1.5,
  minKernelSide: 3,
  minBoxSide: 5,
  maxBoxes: 1000,
} as const;

/** Turns the probability map into boxes around lines of text, in the map's pixels, in no order. */
export function textBoxes(map: ProbabilityMap): RotatedBox[] {
  const boxes: RotatedBox[] = [];
  for (const points of regions(map, settings.pixelThreshold).slice(0, settings.maxBoxes)) {
    const kernel = minAreaBox(points);
    if (Math.min(kernel.width, kernel.height) < settings.minKernelSide) continue;
    if (boxScore(map, kernel) < settings.boxThreshold) continue;
    const box = unclip(kernel, settings.unclipRatio);
    if (Math.min(box.width, box.height) >= settings.minBoxSide) boxes.push(box);
  }
  return boxes;
}
