import { broadcastKernel } from '../elementwise/broadcast-kernel.js';
import { f32x4, v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const prelu: Kernel<'prelu'> = broadcastKernel('prelu', ['x', 'slope'], () => ({
  apply: (_, x, slope) => v128.bitselect(f32x4.mul(x!, slope!), x!, f32x4.lt(x!, f32x4.splat(0))),
}));
