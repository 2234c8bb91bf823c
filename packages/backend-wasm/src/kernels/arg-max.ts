import type { Kernel } from '../kernel.js';
import { argReduction } from '../reduction/arg-reduction.js';

export const argMax: Kernel<'argMax'> = argReduction('argMax');
