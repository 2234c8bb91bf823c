import { broadcastKernel } from '../elementwise/broadcast-kernel.js';
import { perFloat, perInteger } from '../elementwise/per-lane.js';
import type { VectorSite } from '../elementwise/vector-function.js';
import { type Expression, f64, i32, type Local, select } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const mod: Kernel<'mod'> = broadcastKernel('mod', ['a', 'b'], (dtype, { sign }) => ({
  apply: (site, a, b) =>
    dtype === 'float32'
      ? perFloat(site, `float mod, ${sign}`, [a!, b!], (inner, x, y) =>
          floatRemainder(inner, x!, y!, sign === 'divisor'),
        )
      : perInteger(site, `mod, ${sign}`, [a!, b!], (inner, x, y) =>
          integerRemainder(inner, x!, y!, sign === 'divisor'),
        ),
}));

function integerRemainder(
  { f }: VectorSite,
  a: Local<'i32'>,
  b: Local<'i32'>,
  byDivisor: boolean,
): Expression<'i32'> {
  // The remainder by 0 is 0, and so is that by 1.
  const remainder = f.local('i32', i32.remS(a, select('i32', 1, b, i32.eqz(b))));
  if (!byDivisor) return remainder;
  const differs = i32.and(i32.ltS(i32.xor(remainder, b), 0), i32.ne(remainder, 0));
  return select('i32', i32.add(remainder, b), remainder, differs);
}

/** By long division in binary: every difference is exact in doubles. */
function floatRemainder(
  { f }: VectorSite,
  a: Local<'f64'>,
  b: Local<'f64'>,
  byDivisor: boolean,
): Expression<'f64'> {
  const rest = f.local('f64', f64.abs(a));
  const divisor = f.local('f64', f64.abs(b));
  const part = f.local('f64', divisor);
  const isDefined = i32.and(f64.lt(rest, Infinity), f64.gt(divisor, 0));
  f.if(
    isDefined,
    () => {
      f.while(f64.le(part, rest), () => f.set(part, f64.add(part, part)));
      f.while(f64.gt(part, divisor), () => {
        f.set(part, f64.mul(part, 0.5));
        f.if(f64.ge(rest, part), () => f.set(rest, f64.sub(rest, part)));
      });
    },
    // NaN of NaN, Infinity or a zero divisor; of nothing else.
    () => f.set(rest, NaN),
  );
  f.set(rest, f64.copysign(rest, a));
  if (!byDivisor) return rest;
  const isZero = f64.eq(rest, 0);
  const differs = i32.ne(f64.lt(rest, 0), f64.lt(b, 0));
  const moved = select('f64', f64.add(rest, b), rest, differs);
  return select('f64', f64.copysign(0, b), moved, isZero);
}
