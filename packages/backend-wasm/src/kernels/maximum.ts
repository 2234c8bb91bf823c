import { binary } from '../elementwise/binary.js';
import { f32x4, i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

/** NaN where either operand is. */
export const maximum: Kernel<'maximum'> = binary('maximum', f32x4.max, i32x4.maxS);
