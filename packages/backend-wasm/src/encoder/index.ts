export * from './byte-sink.js';
export * from './expression.js';
export * from './function-builder.js';
export * from './memory-access.js';
export * from './module-builder.js';
export * from './scalar.js';
export * from './simd.js';
