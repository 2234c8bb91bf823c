/** An axis of a shape as lanes: each of `outer × inner` lanes has `extent` elements, `inner` apart. */
export interface Lanes {
  readonly outer: number;
  readonly extent: number;
  readonly inner: number;
}

/** The lanes along an axis, which may count from the end. */
export function lanesOf(shape: readonly number[], axis: number): Lanes {
  const at = axis < 0 ? axis + shape.length : axis;
  const product = (part: readonly number[]): number => part.reduce((a, b) => a * b, 1);
  return {
    outer: product(shape.slice(0, at)),
    extent: shape[at]!,
    inner: product(shape.slice(at + 1)),
  };
}

/** Calls `visit` with the position of the first element of every lane, and the lane's number. */
export function forEachLane(
  { outer, extent, inner }: Lanes,
  visit: (first: number, lane: number) => void,
): void {
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) visit(o * extent * inner + i, o * inner + i);
  }
}
