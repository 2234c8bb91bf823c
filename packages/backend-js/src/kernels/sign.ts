import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

/** NaN and the sign of zero fall through. */
export const sign: UnaryKernel<'sign'> = mapped(() => (x) => (x > 0 ? 1 : x < 0 ? -1 : x));
