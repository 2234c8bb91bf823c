import type { Tag } from './case.js';
import type { Source } from './source.js';

/** Operands that many ops are tried on; a node case once attributes are put beside them. */
export interface Pattern<Operand extends string> {
  readonly name: string;
  readonly operands: Readonly<Record<Operand, Source>>;
  readonly tags?: readonly Tag[];
}

/** Adds a word before the names and more tags, so that one list serves an op several times. */
export function named<O extends string>(
  prefix: string,
  patterns: readonly Pattern<O>[],
  more: readonly Tag[] = [],
): readonly Pattern<O>[] {
  return patterns.map(({ name, operands, tags = [] }) => ({
    name: prefix === '' ? name : `${prefix}, ${name}`,
    operands,
    tags: [...tags, ...more],
  }));
}

/** Attributes beside every pattern. */
export function having<O extends string, A>(
  attributes: A,
  patterns: readonly Pattern<O>[],
): readonly (Pattern<O> & { readonly attributes: A })[] {
  return patterns.map((pattern) => ({ ...pattern, attributes }));
}
