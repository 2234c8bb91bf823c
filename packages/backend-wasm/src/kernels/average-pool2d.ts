import { f32, f32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { poolKernel } from '../pooling/pool-kernel.js';

export const averagePool2d: Kernel<'averagePool2d'> = poolKernel('averagePool2d', {
  start: (f) => [f.local('v128', f32x4.splat(0))],
  add: (f, [sum], pixel) => f.set(sum!, f32x4.add(sum!, pixel)),
  finish: ([sum], taps) => f32x4.div(sum!, f32x4.splat(f32.convertI32S(taps))),
});
