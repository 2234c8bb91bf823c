import type { Kernel } from '../kernel.js';
import { viewKernel } from '../movement/view-kernel.js';

/** No work: the elements stay where they are. */
export const reshape: Kernel<'reshape'> = viewKernel();
