import { f32x4, i32x4, v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { poolKernel } from '../pooling/pool-kernel.js';

/** `pmax` is one instruction but drops a NaN of the pixel: those are kept apart. */
export const maxPool2d: Kernel<'maxPool2d'> = poolKernel('maxPool2d', {
  start: (f) => [f.local('v128', f32x4.splat(-Infinity)), f.local('v128', i32x4.splat(0))],
  add(f, [greatest, isNaN], pixel) {
    f.set(greatest!, f32x4.pmax(greatest!, pixel));
    f.set(isNaN!, v128.or(isNaN!, f32x4.ne(pixel, pixel)));
  },
  finish: ([greatest, isNaN]) => v128.or(greatest!, isNaN!),
});
