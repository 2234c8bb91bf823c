import { boundedRelu } from '../elementwise/bounded-relu.js';
import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const relu: UnaryKernel<'relu'> = unary(() => boundedRelu(Infinity));
