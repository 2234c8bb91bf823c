import {
  ImportError,
  SeparableError,
  sizeOf,
  type UnsupportedNode,
  type Value,
} from '@separable/core';
import { evaluators } from '../evaluate/index.js';
import { lowerings } from '../lower/index.js';
import { limits } from '../proto/limits.js';
import type { NodeProto } from '../proto/node-proto.js';
import { errorAt, quote } from '../proto/place.js';
import type { KnownResult } from './known.js';
import { type ModelContext, NodeImport } from './node-import.js';
import type { Operand } from './operand.js';
import { labelOf } from './order.js';
import type { Scope } from './scope.js';
import { Unsupported } from './unsupported.js';

/** Operators of ONNX itself. */
const domains: readonly string[] = ['', 'ai.onnx'];

/** Puts the results of a node into scope; one that is unsupported or reads from one that is has none. */
export function importNode(
  node: NodeProto,
  model: ModelContext,
  scope: Scope,
  unsupported: UnsupportedNode[],
): void {
  const results = resultsOf(node, model, scope, unsupported);
  node.outputs.forEach((name, i) => {
    if (name !== '') scope.set(name, results[i] ?? { kind: 'missing', name });
  });
}

function resultsOf(
  node: NodeProto,
  model: ModelContext,
  scope: Scope,
  unsupported: UnsupportedNode[],
): readonly Operand[] {
  const give = (reason: string): readonly Operand[] => {
    // A body of a loop comes by often; its nodes are listed once.
    if (!model.refused.has(node)) unsupported.push({ node: labelOf(node), op: opOf(node), reason });
    model.refused.add(node);
    return [];
  };
  const op = opOf(node);
  const lower = Object.hasOwn(lowerings, op) ? lowerings[op] : undefined;
  const evaluate = Object.hasOwn(evaluators, op) ? evaluators[op] : undefined;
  if (lower === undefined && evaluate === undefined) return give('no such operator is known');
  const operands = node.inputs.map((name) => (name === '' ? undefined : scope.get(name)));
  if (operands.some((operand) => operand?.kind === 'missing')) return [];
  try {
    const context = new NodeImport(model, node, operands, scope);
    const known = evaluate?.(context);
    const list = known === undefined || Array.isArray(known) ? known : [known as KnownResult];
    if (list?.every(isSound)) {
      spend(model, node, list);
      return list.map((value, i) => ({ ...value, kind: 'known', name: node.outputs[i] ?? '' }));
    }
    if (lower === undefined) return give('it depends on data, not only on shapes');
    const lowered = lower(context);
    const [extra] = context.attributes.leftOver();
    if (extra !== undefined) return give(`its attribute ${quote(extra)} is not known`);
    return (Array.isArray(lowered) ? lowered : [lowered]).map(asOperand);
  } catch (error) {
    if (error instanceof Unsupported) return give(error.message);
    throw explained(error, node);
  }
}

/** Counts the elements that depend on sizes: their arithmetic is slow, and a file could ask for any amount. */
function spend(model: ModelContext, node: NodeProto, results: readonly KnownResult[]): void {
  const { expressionLetters, shapeElements } = limits;
  for (const { numerator } of results.flatMap(({ elements }) => elements)) {
    if (typeof numerator !== 'string') continue;
    if (numerator.length > expressionLetters) {
      throw errorAt(node.place, `a size is an expression of over ${expressionLetters} letters`);
    }
    model.spent.shapeElements++;
  }
  if (model.spent.shapeElements > shapeElements) {
    throw errorAt(
      node.place,
      `the shape computations make over ${shapeElements} elements of open sizes`,
    );
  }
}

/** An evaluator given senseless attributes may make a senseless shape; the graph then says so. */
function isSound({ dims, elements }: KnownResult): boolean {
  return dims.every((d) => Number.isSafeInteger(d) && d >= 0) && sizeOf(dims) === elements.length;
}

function opOf(node: NodeProto): string {
  return domains.includes(node.domain) ? node.opType : `${node.domain}.${node.opType}`;
}

function asOperand(result: Value | Operand): Operand {
  if ('kind' in result) return result;
  const { name, dtype, shape } = result;
  return { kind: 'runtime', name, dtype, shape, plain: result, channelsLast: undefined };
}

/** An error of the graph, raised by a node of the file, says which node that was. */
function explained(error: unknown, node: NodeProto): unknown {
  if (!(error instanceof SeparableError) || error instanceof ImportError) return error;
  const message = `node ${quote(labelOf(node))} (${opOf(node)}): ${error.message}`;
  return errorAt(node.place, message, error);
}
