import { broadcastKernel } from '../elementwise/broadcast-kernel.js';
import { perInteger } from '../elementwise/per-lane.js';
import { f32x4, i32, type Local, select } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

/** Integers one by one: WebAssembly has no vector of quotients. */
export const div: Kernel<'div'> = broadcastKernel('div', ['a', 'b'], (dtype) => ({
  apply: (site, a, b) =>
    dtype === 'float32'
      ? f32x4.div(a!, b!)
      : perInteger(site, 'quotient', [a!, b!], (_, x, y) => quotient(x!, y!)),
}));

/** The divisors 0 and −1 never reach the instruction, which would trap. */
function quotient(a: Local<'i32'>, b: Local<'i32'>) {
  const isSpecial = i32.leU(i32.add(b, 1), 1);
  const safe = select('i32', 1, b, isSpecial);
  const special = i32.mul(a, b);
  return select('i32', special, i32.divS(a, safe), isSpecial);
}
