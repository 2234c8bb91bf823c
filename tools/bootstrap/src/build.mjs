import { join } from 'node:path';
import { root } from './repository.mjs';
import { runStep } from './run-step.mjs';

/**
 * Builds a workspace package and what it depends on. Turbo keeps the results by content, so a
 * build of what has not changed costs a fraction of a second.
 *
 * @param {string} title
 * @param {readonly string[]} filters turbo filters, such as `@separable/reader...`
 * @returns {Promise<void>}
 */
export function build(title, filters) {
  return runStep(title, join(root, 'node_modules', '.bin', 'turbo'), [
    'run',
    'build',
    '--output-logs=errors-only',
    '--continue=dependencies-successful',
    ...filters.map((filter) => `--filter=${filter}`),
  ]);
}
