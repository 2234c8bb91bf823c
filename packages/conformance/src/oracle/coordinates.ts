/** Row-major coordinates of the element at `position`. */
export function coordinatesOf(position: number, shape: readonly number[]): number[] {
  const coordinates: number[] = [];
  let rest = position;
  for (const extent of shape.toReversed()) {
    coordinates.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return coordinates;
}

/** Row-major position of the element at `coordinates`. */
export function positionOf(coordinates: readonly number[], shape: readonly number[]): number {
  return shape.reduce((position, extent, axis) => position * extent + coordinates[axis]!, 0);
}

/** An axis counted from the front; negative ones count from the end. */
export function axisOf(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}

/** NumPy's broadcasting: shapes aligned at the end, extents of 1 stretch. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const p = a[axis - rank + a.length] ?? 1;
    const q = b[axis - rank + b.length] ?? 1;
    return p === 1 ? q : p;
  });
}

/** The position in a tensor of shape `own` that stands behind `coordinates` of its broadcast. */
export function behind(coordinates: readonly number[], own: readonly number[]): number {
  const aligned = coordinates.slice(coordinates.length - own.length);
  return positionOf(
    aligned.map((coordinate, axis) => (own[axis] === 1 ? 0 : coordinate)),
    own,
  );
}

/** Positions along an axis, one list for every setting of the other axes in row-major order. */
export function linesAlong(shape: readonly number[], axis: number): readonly (readonly number[])[] {
  const at = axisOf(axis, shape.length);
  const inner = shape.slice(at + 1).reduce((a, b) => a * b, 1);
  const outer = shape.slice(0, at).reduce((a, b) => a * b, 1);
  const lines: number[][] = [];
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      lines.push(Array.from({ length: shape[at]! }, (_, k) => (o * shape[at]! + k) * inner + i));
    }
  }
  return lines;
}
