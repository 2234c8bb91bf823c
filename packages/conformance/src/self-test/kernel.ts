import { allocate, type AttributeValue, sizeOf, type Tensor } from '@separable/core';
import { type Exact, exactOf, settle } from '../oracle/exact.js';
import { oracleOf } from '../oracle/table.js';
import { tolerancePolicy } from '../tolerance/policy.js';

/** Tensors by operand name. */
export type Operands = Readonly<Record<string, Tensor | readonly Tensor[] | undefined>>;

/** A node's op and complete attributes, on concrete shapes. */
export interface Call {
  readonly op: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly operands: Operands;
  /** Shapes of the results. */
  readonly shapes: readonly (readonly number[])[];
}

/** Computes the results of one node. */
export type Kernel = (call: Call) => readonly Tensor[];

const policy = tolerancePolicy('cpu');

/** Runs the oracle and rounds its results to their dtype. */
export function oracleKernel({ op, attributes, operands }: Call): readonly Tensor[] {
  const oracle = oracleOf(op);
  if (oracle === undefined) throw new RangeError(`there is no kernel for '${op}'`);
  const exact: Record<string, Exact | readonly Exact[]> = {};
  for (const [name, given] of Object.entries(operands)) {
    if (given === undefined) continue;
    exact[name] = isList(given) ? given.map((t) => exactOf(t, policy)) : exactOf(given, policy);
  }
  return oracle({ operands: exact, attributes, policy }).map((result) => rounded(settle(result)));
}

function rounded({ dtype, shape, value }: Exact): Tensor {
  const data = allocate(dtype, sizeOf(shape));
  data.set(value);
  return { dtype, shape, data };
}

export function isList(given: Tensor | readonly Tensor[]): given is readonly Tensor[] {
  return Array.isArray(given);
}

/** The operand of that name, which a verified graph has. */
export function operand({ operands }: Call, name: string): Tensor {
  const given = operands[name];
  if (given === undefined || isList(given)) throw new RangeError(`operand '${name}' is missing`);
  return given;
}
