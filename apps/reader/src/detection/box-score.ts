import { corners, type RotatedBox } from '../geometry/rotated-box.js';
import type { ProbabilityMap } from './regions.js';

/** A pixel whose centre lies on the rim belongs to the box, whatever the rounding. */
const rim = 1e-6;

/** The mean probability of the pixels whose centres lie in the box; 0 when there are none. */
export function boxScore(map: ProbabilityMap, box: RotatedBox): number {
  const points = corners(box);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(...xs))),
    Math.min(map.width - 1, Math.ceil(Math.max(...xs))),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(...ys))),
    Math.min(map.height - 1, Math.ceil(Math.max(...ys))),
  ];
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  let sum = 0;
  let count = 0;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const dx = x + 0.5 - box.centre.x;
      const dy = y + 0.5 - box.centre.y;
      if (Math.abs(dx * cos + dy * sin) > box.width / 2 + rim) continue;
      if (Math.abs(dy * cos - dx * sin) > box.height / 2 + rim) continue;
      sum += map.data[y * map.width + x]!;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
