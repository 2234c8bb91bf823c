import { allCases, type Case, seeded } from '@separable/conformance';
import type { Engine } from '../engines.js';
import type { Extent } from '../run-context.js';

/** Of optional and random cases, `npm test` takes this share of the engine's own. */
const optionalShare = 0.2;

/** However small an engine's share: each op is tried a few times. */
const fewest = 3;

/** Conduct does not depend on sizes, and is cheap. */
const conduct: ReadonlySet<string> = new Set(['lifecycle', 'ownership', 'errors']);

/**
 * Which cases a run takes. `npm test` takes the engine's share of the required cases of each group
 * and a fifth of that of the others: the same sample in every run, and another one for each engine,
 * so that together the engines see more of them.
 */
export function isChosen({ name, share = 1 }: Engine, extent: Extent): (one: Case) => boolean {
  if (extent === 'whole') return () => true;
  const chosen = new Set<string>();
  for (const cases of piles(allCases())) {
    const [first] = cases;
    const part = conduct.has(first.group) ? 1 : share * (isHeldTo(first) ? 1 : optionalShare);
    const count = Math.max(fewest, Math.ceil(part * cases.length));
    for (const { id } of shuffled(cases, name).slice(0, count)) chosen.add(id);
  }
  return ({ id }) => chosen.has(id);
}

/** Cases of one group that are sampled alike. */
type Pile = [Case, ...Case[]];

function piles(cases: readonly Case[]): readonly Pile[] {
  const found = new Map<string, Pile>();
  for (const one of cases) {
    const key = `${one.group} ${isHeldTo(one)}`;
    const pile = found.get(key);
    if (pile === undefined) found.set(key, [one]);
    else pile.push(one);
  }
  return [...found.values()];
}

/** Random graphs are required of every engine too, but not these very ones. */
function isHeldTo({ tags }: Case): boolean {
  return tags.includes('required') && !tags.includes('random');
}

/** In an order that depends on nothing but the cases' ids and the salt. */
function shuffled(cases: readonly Case[], salt: string): readonly Case[] {
  return cases
    .map((one) => ({ one, key: seeded(hash(`${salt} ${one.id}`)).next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}
