import { describe, expect, it } from 'vitest';
import { bindCopy, type CopyAxis, mergeAxes } from './strided-copy.js';

function axes(...list: readonly (readonly [number, number, number])[]): readonly CopyAxis[] {
  return list.map(([extent, from, to]) => ({ extent, from, to }));
}

/** The copy, one element at a time. */
function slowly(
  list: readonly CopyAxis[],
  x: Int32Array,
  y: Int32Array,
  source = 0,
  target = 0,
): void {
  const [axis, ...rest] = list;
  if (axis === undefined) {
    y[target] = x[source]!;
    return;
  }
  for (let i = 0; i < axis.extent; i++)
    slowly(rest, x, y, source + i * axis.from, target + i * axis.to);
}

describe('a strided copy', () => {
  it('merges axes that continue each other and drops those of one element', () => {
    expect(mergeAxes(axes([2, 12, 12], [3, 4, 4], [4, 1, 1]))).toEqual(axes([24, 1, 1]));
    expect(mergeAxes(axes([2, 6, 6], [1, 99, 7], [3, 1, 2], [2, 3, 1]))).toEqual(
      axes([2, 6, 6], [3, 1, 2], [2, 3, 1]),
    );
    expect(mergeAxes(axes([5, 0, 2], [2, 0, 1]))).toEqual(axes([10, 0, 1]));
  });

  it.each([
    ['a transposition larger than its tiles', axes([37, 1, 41], [41, 37, 1])],
    ['a batch of transpositions with three columns', axes([2, 111, 111], [37, 1, 3], [3, 37, 1])],
    ['a transposition beside a run', axes([3, 20, 4], [5, 4, 12], [4, 1, 1])],
    ['axes in reverse', axes([3, 1, 20], [4, 3, 5], [5, 12, 1])],
    ['long rows with gaps', axes([3, 400, 300], [300, 1, 1])],
    ['short rows with gaps', axes([300, 4, 3], [3, 1, 1])],
    ['one run', axes([2, 500, 500], [500, 1, 1])],
    ['repeats', axes([3, 0, 8], [4, 1, 2], [2, 0, 1])],
    ['nothing', axes([3, 1, 1], [0, 1, 1])],
  ])('does %s', (_, list) => {
    const x = Int32Array.from({ length: 1600 }, (_unused, i) => i + 1);
    const [fast, slow] = [new Int32Array(1600), new Int32Array(1600)];
    slowly(list, x, slow);
    bindCopy({ axes: list, fromStart: 0, toStart: 0 }, x, fast)();
    expect(fast).toEqual(slow);
    const both = new ArrayBuffer(2 * x.byteLength + 8);
    const [source, target] = [
      new Int32Array(both, 4, 1600),
      new Int32Array(both, 8 + x.byteLength, 1600),
    ];
    source.set(x);
    bindCopy({ axes: list, fromStart: 0, toStart: 0 }, source, target)();
    expect([...target]).toEqual([...slow]);
    expect([...source]).toEqual([...x]);
  });

  it('walks backwards and starts anywhere', () => {
    const y = new Uint8Array(6).fill(9);
    bindCopy(
      { axes: axes([3, -2, 1]), fromStart: 4, toStart: 2 },
      Uint8Array.of(1, 2, 3, 4, 5),
      y,
    )();
    expect([...y]).toEqual([9, 9, 5, 3, 1, 9]);
  });

  it('keeps the bits of floats', () => {
    const y = new Float32Array(5);
    const x = Float32Array.of(-0, NaN, Infinity, 1e-45, 0.1);
    bindCopy({ axes: axes([5, -1, 1]), fromStart: 4, toStart: 0 }, x, y)();
    expect([...y]).toEqual([...x].reverse());
    expect(Object.is(y[4], -0)).toBe(true);
  });
});
