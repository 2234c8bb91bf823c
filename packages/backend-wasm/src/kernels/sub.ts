import { binary } from '../elementwise/binary.js';
import { f32x4, i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const sub: Kernel<'sub'> = binary('sub', f32x4.sub, i32x4.sub);
