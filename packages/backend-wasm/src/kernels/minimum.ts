import { binary } from '../elementwise/binary.js';
import { f32x4, i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

/** NaN where either operand is. */
export const minimum: Kernel<'minimum'> = binary('minimum', f32x4.min, i32x4.minS);
