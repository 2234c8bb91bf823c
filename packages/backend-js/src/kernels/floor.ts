import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const floor: UnaryKernel<'floor'> = mapped(() => Math.floor);
