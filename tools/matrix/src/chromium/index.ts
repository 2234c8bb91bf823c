export * from './chromium-arguments.js';
export * from './find-chromium.js';
