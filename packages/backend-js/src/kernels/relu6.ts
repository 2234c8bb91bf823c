import { boundedRelu } from '../elementwise/bounded-relu.js';
import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const relu6: UnaryKernel<'relu6'> = unary(() => boundedRelu(6));
