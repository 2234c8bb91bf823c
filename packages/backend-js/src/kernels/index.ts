// Generated from the files of this folder by `pnpm generate`; do not edit.
export { relu } from './relu.js';
