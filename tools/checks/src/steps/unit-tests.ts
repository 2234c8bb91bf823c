import { availableParallelism } from 'node:os';
import type { Step } from '../step.js';
import { runVitest } from '../vitest/run-vitest.js';

/** Every vitest test of every room, the conformance suite among them. */
export const unitTests: Step = {
  name: 'unit and conformance',
  run: () => runVitest([`--maxWorkers=${availableParallelism()}`]),
};
