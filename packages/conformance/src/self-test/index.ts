export * from './kernel.js';
export * from './direct-convolution.js';
export * from './reference-backend.js';
export * from './mutant.js';
export * from './mutants/index.js';
export * from './survivors.js';
