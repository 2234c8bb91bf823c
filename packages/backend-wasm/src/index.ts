export * from './compiler/plan-text.js';
export * from './provider.js';
