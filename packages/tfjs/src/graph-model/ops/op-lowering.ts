import type { Value } from '@separable/core';
import type { NodeImport } from '../node-import.js';
import type { Operand } from '../operand.js';

/** What a lowering makes: the results of the TensorFlow node in order. */
export type Lowered = Value | Operand | readonly (Value | Operand)[];

/**
 * Adds nodes to the graph that compute a TensorFlow node.
 *
 * @throws Unsupported when the op table has nothing for this form of the operator
 */
export type OpLowering = (node: NodeImport) => Lowered;

/** Lowerings by operator. */
export type OpLowerings = Readonly<Record<string, OpLowering>>;
