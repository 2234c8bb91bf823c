import type { KnownResult } from '../import/known.js';
import type { NodeImport } from '../import/node-import.js';

/**
 * Computes a node on exact quantities while the model is imported. Undefined means that it cannot
 * be done: the node is then lowered like any other.
 */
export type Evaluator = (node: NodeImport) => KnownResult | readonly KnownResult[] | undefined;

/** Evaluators by ONNX operator. */
export type Evaluators = Readonly<Record<string, Evaluator>>;
