import { broadcastKernel } from '../elementwise/broadcast-kernel.js';
import { i32x4, v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const where: Kernel<'where'> = broadcastKernel('where', ['condition', 'a', 'b'], () => ({
  apply: (_, condition, a, b) => v128.bitselect(a!, b!, i32x4.neg(condition!)),
}));
