import type { Considered, NodePlacement, SessionOptions } from '@separable/core';
import { UsageError } from '../errors.js';

/** Options that say where a model runs. */
export const sessionOptions = {
  backend: {
    type: 'text',
    value: 'NAMES',
    description: 'where to run, in order of preference, such as ort:webgpu,js; js',
  },
  fallback: {
    type: 'text',
    value: 'MODE',
    description:
      'whether a later backend may run what an earlier one lacks:\nforbid (unless given), report or allow',
  },
  prefer: {
    type: 'text',
    value: 'WHICH',
    description: 'order (unless given), or fastest: measure the backends and remember',
  },
} as const;

const modes = ['forbid', 'report', 'allow'] as const;
const preferences = ['order', 'fastest'] as const;

/**
 * Reads `--fallback` and `--prefer`.
 *
 * @throws UsageError on a word they do not know
 */
export function parseSessionOptions(given: {
  readonly fallback: string | undefined;
  readonly prefer: string | undefined;
}): Required<Pick<SessionOptions, 'fallback' | 'prefer'>> {
  return {
    fallback: oneOf('fallback', given.fallback ?? 'forbid', modes),
    prefer: oneOf('prefer', given.prefer ?? 'order', preferences),
  };
}

function oneOf<T extends string>(option: string, word: string, known: readonly T[]): T {
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  throw new UsageError(`--${option} ${word}: expected ${known.join(', ')}`);
}

/** A line for each node that runs on another backend than the first. */
export function fallbackNotes(nodes: readonly NodePlacement[]): readonly string[] {
  return nodes.map(
    ({ node, op, backend, reason }) => `${node} (${op}) falls back to ${backend}: ${reason}`,
  );
}

/** The backends that run something, the first one first. */
export function namesOfChosen(considered: readonly Considered[]): string {
  return considered.flatMap(({ backend, chosen }) => (chosen ? [backend] : [])).join(' + ');
}
