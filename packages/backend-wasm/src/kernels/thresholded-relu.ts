import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const thresholdedRelu: Kernel<'thresholdedRelu'> = unary('thresholdedRelu');
