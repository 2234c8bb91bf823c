import * as cases from '../cases/index.js';
import type { Case, Tag } from './case.js';

/** Which cases to take: all that the filter, at least one of the tags and the predicate let through. */
export interface Selection {
  /** The start of a case id, such as `relu/`, part of what stands behind its `/`, or a pattern for all of it. */
  readonly filter?: string | RegExp | undefined;
  readonly tags?: readonly Tag[] | undefined;
  /** Any other choice, such as a sample for an engine that is slow to compile. */
  readonly where?: ((one: Case) => boolean) | undefined;
}

let all: readonly Case[] | undefined;

/** Every case of the suite, group by group. */
export function allCases(): readonly Case[] {
  const groups: Readonly<Record<string, readonly Case[]>> = cases;
  all ??= Object.values(groups).flat();
  return all;
}

/** The cases a selection lets through. */
export function selectCases({ filter, tags, where }: Selection = {}): readonly Case[] {
  return allCases().filter(
    (one) =>
      (filter === undefined || matches(filter, one.id)) &&
      (tags === undefined || tags.some((tag) => one.tags.includes(tag))) &&
      (where === undefined || where(one)),
  );
}

function matches(filter: string | RegExp, id: string): boolean {
  if (typeof filter !== 'string') return id.search(filter) >= 0;
  return id.startsWith(filter) || id.slice(id.indexOf('/') + 1).includes(filter);
}
