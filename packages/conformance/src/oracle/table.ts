import type { AnyOracleOp } from './exact.js';
import * as ops from './ops/index.js';

// Looked up when asked, not when loaded: ops with a fused activation import this module in turn.

/** The oracle of an op; undefined when there is none yet. */
export function oracleOf(op: string): AnyOracleOp | undefined {
  const table: Readonly<Record<string, unknown>> = ops;
  return Object.hasOwn(table, op) ? (table[op] as AnyOracleOp) : undefined;
}

/** Names of the ops the oracle knows. */
export function oracleOps(): readonly string[] {
  return Object.keys(ops);
}
