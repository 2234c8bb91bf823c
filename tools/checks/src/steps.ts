import type { Step } from './step.js';
import { chromiumTests } from './steps/chromium-tests.js';
import { packageSteps } from './steps/package-steps.js';
import { sourceSteps } from './steps/source-steps.js';
import { unitTests } from './steps/unit-tests.js';
import { commandStep } from './steps/command-step.js';

/** Everything outside the checks needs built packages; the build itself can fail too. */
const build = commandStep(
  'build',
  'turbo',
  'run',
  'build',
  '--output-logs=errors-only',
  '--continue',
);

/** Every step of `npm test`, the longest first. */
export function allSteps(): readonly Step[] {
  const rest = [unitTests, chromiumTests, ...packageSteps, ...sourceSteps];
  return [build, ...rest.map((step) => ({ ...step, after: ['build', ...(step.after ?? [])] }))];
}
