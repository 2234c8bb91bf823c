// Generated from the files of this folder by `pnpm generate`; do not edit.
export { dense } from './dense.js';
export { pointwiseConv2d } from './pointwise-conv2d.js';
export { relu } from './relu.js';
