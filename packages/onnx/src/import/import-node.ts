import {
  ImportError,
  SeparableError,
  sizeOf,
  type UnsupportedNode,
  type Value,
} from '@separable/core';
import { evaluators } from '../evaluate/index.js';
import { lowerings } from '../lower/index.js';
import type { FunctionProto } from '../proto/function-proto.js';
import { limits } from '../proto/limits.js';
import type { NodeProto } from '../proto/node-proto.js';
import { errorAt, quote } from '../proto/place.js';
import { callName, inlined } from './inline.js';
import type { KnownResult } from './known.js';
import { type ModelContext, NodeImport } from './node-import.js';
import type { Operand } from './operand.js';
import { labelOf } from './order.js';
import { Scope } from './scope.js';
import { Unsupported } from './unsupported.js';

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
    if (!model.refused.has(node))
      unsupported.push({ node: labelOf(node), op: callName(node.domain, node.opType), reason });
    model.refused.add(node);
    return [];
  };
  const op = callName(node.domain, node.opType);
  const called = model.functions.get(op);
  if (called !== undefined) return call(called, node, model, scope);
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

/** The nodes of a function in the place of its call. */
function call(
  called: FunctionProto,
  node: NodeProto,
  model: ModelContext,
  scope: Scope,
): readonly Operand[] {
  const operands = node.inputs.map((name) => scope.get(name));
  if (operands.some((operand) => operand?.kind === 'missing')) return [];
  if (model.depth >= limits.calls) {
    throw errorAt(node.place, `functions call each other over ${limits.calls} deep`);
  }
  const opset = called.opsets.find(({ domain }) => callName(domain, '') === '')?.version;
  const inside = { ...model, opset: opset ?? model.opset, depth: model.depth + 1 };
  const inputs = called.inputs.map((_, i) => operands[i]);
  return inside.body(inlined(called, node), inputs, new Scope());
}

function asOperand(result: Value | Operand): Operand {
  if ('kind' in result) return result;
  const { name, dtype, shape } = result;
  return { kind: 'runtime', name, dtype, shape, plain: result, channelsLast: undefined };
}

/** An error of the graph, raised by a node of the file, says which node that was. */
function explained(error: unknown, node: NodeProto): unknown {
  if (!(error instanceof SeparableError) || error instanceof ImportError) return error;
  const message = `node ${quote(labelOf(node))} (${callName(node.domain, node.opType)}): ${error.message}`;
  return errorAt(node.place, message, error);
}
