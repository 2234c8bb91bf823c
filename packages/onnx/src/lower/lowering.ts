import type { Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import type { Operand } from '../import/operand.js';

/** What a lowering makes: the results of the ONNX node in order. */
export type Lowered = Value | Operand | readonly (Value | Operand)[];

/**
 * Adds nodes to the graph that compute an ONNX node.
 *
 * @throws Unsupported when the op table has nothing for this form of the operator
 */
export type Lowering = (node: NodeImport) => Lowered;

/** Lowerings by ONNX operator. */
export type Lowerings = Readonly<Record<string, Lowering>>;
