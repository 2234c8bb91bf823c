import { binary } from '../elementwise/binary.js';
import { f32x4, i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const mul: Kernel<'mul'> = binary('mul', f32x4.mul, i32x4.mul);
