// Generated from the files of this folder by `pnpm generate`; do not edit.
export { conv2d } from './conv2d.js';
export { relu } from './relu.js';
export { split } from './split.js';
