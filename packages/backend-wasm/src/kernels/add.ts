import { binary } from '../elementwise/binary.js';
import { f32x4, i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const add: Kernel<'add'> = binary('add', f32x4.add, i32x4.add);
