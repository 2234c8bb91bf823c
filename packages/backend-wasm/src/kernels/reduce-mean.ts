import type { Kernel } from '../kernel.js';
import { meanOf } from '../reduction/mean.js';
import { reductionKernel } from '../reduction/reduction-kernel.js';

export const reduceMean: Kernel<'reduceMean'> = reductionKernel('reduceMean', meanOf);
