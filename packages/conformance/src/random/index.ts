export * from './chain-arbitrary.js';
export * from './run-random.js';
