import {
  type Expression,
  type FunctionBuilder,
  type Local,
  type Operand,
  v128,
} from '../encoder/index.js';

/** Bytes of one float. */
export const floatBytes = 4;
/** Bytes of four. */
export const vectorBytes = 16;

/** Reads `count` floats, 1 to 4, into the first lanes; the others are zero. Nothing beyond is touched. */
export function loadLanes(address: Operand<'i32'>, count: number, offset = 0): Expression<'v128'> {
  if (count >= 4) return v128.load(address, offset);
  if (count === 1) return v128.load32Zero(address, offset);
  const pair = v128.load64Zero(address, offset);
  return count === 2 ? pair : v128.load32Lane(address, pair, 2, offset + 2 * floatBytes);
}

/** Writes the first `count` lanes, 1 to 4. */
export function storeLanes(
  f: FunctionBuilder,
  address: Operand<'i32'>,
  value: Local<'v128'>,
  count: number,
  offset = 0,
): void {
  if (count >= 4) f.do(v128.store(address, value, offset));
  else if (count === 1) f.do(v128.store32Lane(address, value, 0, offset));
  else {
    f.do(v128.store64Lane(address, value, 0, offset));
    if (count === 3) f.do(v128.store32Lane(address, value, 2, offset + 2 * floatBytes));
  }
}
