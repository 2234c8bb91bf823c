import type { Activation } from '@separable/core';
import type { Policy } from '../tolerance/policy.js';
import { type Exact, settle } from './exact.js';
import { oracleOf } from './table.js';

/** `f(y)`, the errors of y passed through f; y itself without an activation. */
export function activate(y: Exact, f: Activation | null, policy: Policy): Exact {
  if (f === null) return y;
  const { op, ...attributes } = f;
  const oracle = oracleOf(op);
  if (oracle === undefined) throw new RangeError(`the oracle does not know the activation '${op}'`);
  return oracle({ operands: { x: settle(y) }, attributes, policy })[0]!;
}
