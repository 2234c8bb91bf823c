import { shuffleLanes } from '../elements/shuffle-lanes.js';
import { type FunctionBuilder, i32x4, type Local } from '../encoder/index.js';
import { loadLanes, storeLanes } from '../tiles/lanes.js';

/**
 * Writes the code that transposes up to 4 × 4 elements of four bytes: reads `columns` runs of `rows`
 * elements, writes `rows` runs of `columns`.
 *
 * @param fromStep bytes from a run that is read to the next
 * @param toStep bytes from a run that is written to the next
 * @param written elements of a run that is written, zeros behind the `columns` read
 */
export function emitTransposedBlock(
  f: FunctionBuilder,
  from: Local<'i32'>,
  to: Local<'i32'>,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  fromStep: number,
  toStep: number,
  written: number = columns,
): void {
  const zero = f.local('v128', i32x4.splat(0));
  const read = [0, 1, 2, 3].map((column) =>
    column < columns ? f.local('v128', loadLanes(stepped(f, from, column, fromStep), rows)) : zero,
  );
  const [a, b, c, d] = read as [typeof zero, typeof zero, typeof zero, typeof zero];
  const low = (p: typeof zero, q: typeof zero) => f.local('v128', shuffleLanes(p, q, 0, 4, 1, 5));
  const high = (p: typeof zero, q: typeof zero) => f.local('v128', shuffleLanes(p, q, 2, 6, 3, 7));
  const halves = [low(a, b), low(c, d), high(a, b), high(c, d)];
  for (let row = 0; row < rows; row++) {
    const [p, q] = row < 2 ? [halves[0]!, halves[1]!] : [halves[2]!, halves[3]!];
    const pick = row % 2 === 0 ? [0, 1, 4, 5] : [2, 3, 6, 7];
    const value = f.local('v128', shuffleLanes(p, q, ...pick));
    storeLanes(f, stepped(f, to, row, toStep), value, written);
  }
}

function stepped(
  f: FunctionBuilder,
  base: Local<'i32'>,
  index: number,
  step: number,
): Local<'i32'> {
  if (index === 0) return base;
  const place = f.local('i32', base);
  f.advance(place, index * step);
  return place;
}
