import { performancePage } from '../performance-page/performance-page.js';
import { readResults } from '../performance-page/results.js';
import type { Generator } from './generator.js';

/** `docs/performance.md`: what the bench last found of each task in each place. */
export const generator: Generator = {
  name: 'performance page',
  generate: async () => new Map([['docs/performance.md', performancePage(readResults())]]),
};
