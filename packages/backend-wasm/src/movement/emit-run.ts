import { copyBytes, type FunctionBuilder, i32, type Local, v128 } from '../encoder/index.js';

/** Up to here a copy is a few loads and stores; a longer one is left to the engine. */
const longestInline = 96;

const sizes = [16, 4, 1] as const;

/** Writes the copy of a known number of bytes that do not overlap. */
export function emitRun(
  f: FunctionBuilder,
  to: Local<'i32'>,
  from: Local<'i32'>,
  bytes: number,
): void {
  if (bytes > longestInline) {
    f.do(copyBytes(to, from, bytes));
    return;
  }
  let offset = 0;
  for (const size of sizes) {
    for (; bytes - offset >= size; offset += size) {
      if (size === 16) f.do(v128.store(to, v128.load(from, offset), offset));
      else if (size === 4) f.do(i32.store(to, i32.load(from, offset), offset));
      else f.do(i32.store8(to, i32.load8U(from, offset), offset));
    }
  }
}

/** Writes the code that fills a known number of bytes with a pattern of four; moves `to` behind them. */
export function emitFill(
  f: FunctionBuilder,
  to: Local<'i32'>,
  bytes: number,
  pattern: Local<'v128'>,
): void {
  const whole = bytes - (bytes % 16);
  if (whole > 0) {
    const end = f.local('i32', i32.add(to, whole));
    f.repeat(() => {
      f.do(v128.store(to, pattern));
      f.advance(to, 16);
      return i32.ne(to, end);
    });
  }
  for (let offset = whole; offset < bytes;) {
    const size = bytes - offset >= 4 ? 4 : 1;
    const lane = size === 4 ? v128.store32Lane : v128.store8Lane;
    f.do(lane(to, pattern, 0, offset - whole));
    offset += size;
  }
  f.advance(to, bytes - whole);
}
