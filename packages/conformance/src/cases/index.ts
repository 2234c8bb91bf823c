// Generated from the files of this folder by `pnpm generate`; do not edit.
export { convTranspose2d } from './conv-transpose2d.js';
export { conv1d } from './conv1d.js';
export { conv2d } from './conv2d.js';
export { dense } from './dense.js';
export { depthwiseConv1d } from './depthwise-conv1d.js';
export { depthwiseConv2d } from './depthwise-conv2d.js';
export { errors } from './errors.js';
export { lifecycle } from './lifecycle.js';
export { matmul } from './matmul.js';
export { networks } from './networks.js';
export { pointwiseConv2d } from './pointwise-conv2d.js';
export { random } from './random.js';
export { relu } from './relu.js';
export { separableConv2d } from './separable-conv2d.js';
