import { polygonHull } from 'd3-polygon';
import type { Point, RotatedBox } from './rotated-box.js';

/**
 * The rectangle of least area around points, its width on the side nearer to horizontal,
 * its angle within 45° of rightwards.
 *
 * One side of that rectangle lies on an edge of the convex hull (Freeman and Shapira, 1975), so each
 * edge is tried in turn. Points that span no area give a box of zero height.
 */
export function minAreaBox(points: readonly Point[]): RotatedBox {
  const hull = hullOf(points);
  let best = boxAlong(hull, 0);
  for (let i = 0; i < hull.length; i++) {
    const from = hull[i]!;
    const to = hull[(i + 1) % hull.length]!;
    const box = boxAlong(hull, quarterTurnFree(Math.atan2(to.y - from.y, to.x - from.x)));
    if (box.width * box.height < best.width * best.height) best = box;
  }
  return best;
}

function hullOf(points: readonly Point[]): readonly Point[] {
  const hull = polygonHull(points.map(({ x, y }) => [x, y]));
  // No hull without three points; points on one line give a hull of no area, which is as good.
  return hull === null ? points : hull.map(([x, y]) => ({ x, y }));
}

/** Edges at right angles make the same rectangle, so an angle counts modulo a quarter turn: −45° to 45°. */
function quarterTurnFree(angle: number): number {
  const quarter = Math.PI / 2;
  return angle - quarter * Math.round(angle / quarter);
}

function boxAlong(points: readonly Point[], angle: number): RotatedBox {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const u = x * cos + y * sin;
    const v = y * cos - x * sin;
    minU = Math.min(minU, u);
    maxU = Math.max(maxU, u);
    minV = Math.min(minV, v);
    maxV = Math.max(maxV, v);
  }
  const u = (minU + maxU) / 2;
  const v = (minV + maxV) / 2;
  return {
    centre: { x: u * cos - v * sin, y: u * sin + v * cos },
    width: maxU - minU,
    height: maxV - minV,
    angle,
  };
}
