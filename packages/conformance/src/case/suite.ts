import * as cases from '../cases/index.js';
import type { Case, Tag } from './case.js';

/** Which cases to take: all that the filter and at least one of the tags let through. */
export interface Selection {
  /** Part of a case id, or a pattern for it. */
  readonly filter?: string | RegExp | undefined;
  readonly tags?: readonly Tag[] | undefined;
}

let all: readonly Case[] | undefined;

/** Every case of the suite, group by group. */
export function allCases(): readonly Case[] {
  all ??= Object.values(cases as Readonly<Record<string, readonly Case[]>>).flat();
  return all;
}

/** The cases a selection lets through. */
export function selectCases({ filter, tags }: Selection = {}): readonly Case[] {
  return allCases().filter(
    (one) =>
      (filter === undefined || matches(filter, one.id)) &&
      (tags === undefined || tags.some((tag) => one.tags.includes(tag))),
  );
}

function matches(filter: string | RegExp, id: string): boolean {
  return typeof filter === 'string' ? id.includes(filter) : id.search(filter) >= 0;
}
