import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';
import { vectorBytes } from '../tiles/lanes.js';

/** Elements of a unit of an elementwise kernel: 64 KiB of floats. */
const unitElements = 16_384;

/** Units that `count` elements make. */
export function rangeUnits(count: number): number {
  return Math.ceil(count / unitElements);
}

/**
 * Writes the loop of a unit over its part of `count` elements, four at a time, then the rest of the last
 * unit. `body` gets the offset in bytes of the elements and how many there are, 1 to 4.
 */
export function emitRange(
  f: FunctionBuilder,
  unit: Local<'i32'>,
  count: number,
  body: (offset: Local<'i32'>, lanes: number) => void,
): void {
  const whole = count - (count % 4);
  const offset = f.local('i32', i32.mul(unit, unitElements * 4));
  const end = f.local('i32', i32.add(offset, unitElements * 4));
  f.if(i32.gtS(end, whole * 4), () => f.set(end, whole * 4));
  f.while(i32.ltS(offset, end), () => {
    body(offset, 4);
    f.advance(offset, vectorBytes);
  });
  if (count % 4 === 0) return;
  f.if(i32.eq(unit, rangeUnits(count) - 1), () => {
    f.set(offset, whole * 4);
    body(offset, count % 4);
  });
}
