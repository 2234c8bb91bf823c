import { allOps } from '@separable/core';
import { conformancePage } from '../conformance-page/conformance-page.js';
import { readResults } from '../conformance-page/results.js';
import type { Generator } from './generator.js';

/** `docs/conformance.md`: backend × op, from what the last nightly runs found. */
export const generator: Generator = {
  name: 'conformance page',
  generate: async () => {
    const ops = allOps().map(({ name }) => name);
    return new Map([['docs/conformance.md', conformancePage(readResults(), ops.sort())]]);
  },
};
