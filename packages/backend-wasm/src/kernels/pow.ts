import { broadcastKernel } from '../elementwise/broadcast-kernel.js';
import { perFloat, perInteger } from '../elementwise/per-lane.js';
import type { VectorSite } from '../elementwise/vector-function.js';
import { callOf, type Expression, f64, i32, type Local, select } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const pow: Kernel<'pow'> = broadcastKernel('pow', ['a', 'b'], (dtype) =>
  dtype === 'float32'
    ? {
        math: { pow: 2 },
        apply: (site, a, b) =>
          perFloat(site, 'float pow', [a!, b!], (inner, x, y) => floatPower(inner, x!, y!)),
      }
    : {
        apply: (site, a, b) =>
          perInteger(site, 'pow', [a!, b!], (inner, x, y) => integerPower(inner, x!, y!)),
      },
);

/** As in IEEE 754; `Math.pow` makes NaN of `1 ** NaN` and `(±1) ** ±Infinity`. */
function floatPower({ module }: VectorSite, a: Local<'f64'>, b: Local<'f64'>): Expression<'f64'> {
  const isOne = i32.or(f64.eq(a, 1), i32.and(f64.eq(a, -1), f64.eq(f64.abs(b), Infinity)));
  return select('f64', 1, callOf(module.math('pow'), a, b), isOne);
}

/** By squaring, modulo 2³²; a negative exponent leaves the powers of ±1 and 0 of the rest. */
function integerPower({ f }: VectorSite, a: Local<'i32'>, b: Local<'i32'>): Expression<'i32'> {
  const power = f.local('i32', 1);
  const square = f.local('i32', a);
  const rest = f.local('i32', b);
  const isUnit = i32.eq(i32.or(i32.add(a, 1), 2), 2);
  f.if(i32.and(i32.ltS(b, 0), i32.eqz(isUnit)), () => {
    f.set(power, 0);
    f.set(rest, 0);
  });
  f.while(i32.ne(rest, 0), () => {
    f.if(i32.and(rest, 1), () => f.set(power, i32.mul(power, square)));
    f.set(square, i32.mul(square, square));
    f.set(rest, i32.shrU(rest, 1));
  });
  return power;
}
