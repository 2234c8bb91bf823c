export type * from './options.js';
export { ort } from './provider.js';
