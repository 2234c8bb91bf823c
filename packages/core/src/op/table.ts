import { GraphError } from '../errors/errors.js';
import * as definitions from '../ops/index.js';
import type { AnyOp, OpDefinition, OpSet } from './definition.js';

/** The op table as types: one member an op. */
export type Ops = typeof definitions;

/** Names of all ops. */
export type OpName = keyof Ops & string;

/** Complete attributes of an op. */
export type AttributesOf<K extends OpName> =
  Ops[K] extends OpDefinition<infer _O, infer A, infer _R> ? A : never;

const table: ReadonlyMap<string, AnyOp> = new Map(
  Object.values(definitions).map((op) => [op.name, op as unknown as AnyOp]),
);

/** Whether the table has an op of this name. */
export function isOpName(name: string): name is OpName {
  return table.has(name);
}

/**
 * Looks an op up.
 *
 * @throws GraphError when there is none of that name
 */
export function definitionOf(name: string): AnyOp {
  const found = table.get(name);
  if (found === undefined) throw new GraphError(`there is no op named '${name}'`);
  return found;
}

/** Every op in the order of its name. */
export function allOps(): readonly AnyOp[] {
  return [...table.values()];
}

/** Whether an op belongs to a set. */
export function isIn(op: string, set: OpSet): boolean {
  return definitionOf(op).sets.includes(set);
}
