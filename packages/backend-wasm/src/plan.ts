export * from './compiler/plan-text.js';
