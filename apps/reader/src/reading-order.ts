import type { RotatedBox } from './geometry/rotated-box.js';

/**
 * Sorts boxes as a page is read: row by row from the top, each row from the left.
 *
 * Boxes share a row when neither one's middle line, drawn on to the other, passes its centre at more
 * than half the smaller height; so a tilted row stays one row, and a stamp across the page does not join it.
 */
export function readingOrder<B extends { readonly box: RotatedBox }>(boxes: readonly B[]): B[] {
  const rows: B[][] = [];
  for (const item of [...boxes].sort((a, b) => a.box.centre.y - b.box.centre.y)) {
    const row = rows.find((members) => members.every(({ box }) => sharesRow(box, item.box)));
    if (row === undefined) rows.push([item]);
    else row.push(item);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.centre.x - b.box.centre.x));
}

function sharesRow(a: RotatedBox, b: RotatedBox): boolean {
  const apart = Math.max(distanceFromAxis(a, b), distanceFromAxis(b, a));
  return apart < Math.min(a.height, b.height) / 2;
}

function distanceFromAxis(box: RotatedBox, { centre }: RotatedBox): number {
  const dx = centre.x - box.centre.x;
  const dy = centre.y - box.centre.y;
  return Math.abs(dy * Math.cos(box.angle) - dx * Math.sin(box.angle));
}
