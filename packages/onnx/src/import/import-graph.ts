import {
  type Graph,
  type GraphBuilder,
  graphBuilder,
  ImportError,
  SeparableError,
  sizeOf,
  type UnsupportedNode,
  UnsupportedOpError,
  type Value,
} from '@separable/core';
import { evaluators } from '../evaluate/index.js';
import { lowerings } from '../lower/index.js';
import type { GraphProto } from '../proto/graph-proto.js';
import type { NodeProto } from '../proto/node-proto.js';
import { limits } from '../proto/limits.js';
import { errorAt, quote } from '../proto/place.js';
import type { ExternalData } from '../tensor/external-data.js';
import { constantOperand } from './constant-operand.js';
import { declareInputs, type InputShapes } from './inputs.js';
import type { KnownResult } from './known.js';
import { type ModelContext, NodeImport } from './node-import.js';
import type { Operand } from './operand.js';
import { labelOf, orderNodes } from './order.js';
import { Unsupported } from './unsupported.js';

/** What the import of a graph needs besides its bytes. */
export interface GraphImport {
  readonly opset: number;
  readonly inputShapes: InputShapes;
  readonly externalData: ExternalData | undefined;
}

/** Operators of ONNX itself. */
const domains: readonly string[] = ['', 'ai.onnx'];

/**
 * Turns a file's graph into a graph of the op table, node by node.
 *
 * @throws ImportError naming the place of what is wrong
 * @throws UnsupportedOpError listing every node that nothing computes
 */
export function importGraph(proto: GraphProto, options: GraphImport): Graph {
  const nodes = orderNodes(proto);
  const g = graphBuilder(proto.name || 'onnx');
  const read = new Set([
    ...nodes.flatMap((node) => node.inputs),
    ...proto.outputs.map((o) => o.name),
  ]);
  const model: ModelContext = {
    g,
    opset: options.opset,
    externalData: options.externalData,
    read,
    spent: { shapeElements: 0 },
  };
  const scope = new Map<string, Operand>();
  for (const input of declareInputs(proto, model, options.inputShapes))
    scope.set(input.name, input);
  for (const tensor of proto.initializers) {
    if (read.has(tensor.name))
      scope.set(tensor.name, constantOperand(tensor.name, tensor, options.externalData));
  }
  const unsupported: UnsupportedNode[] = [];
  for (const node of nodes) {
    const results = importNode(node, model, scope, unsupported);
    node.outputs.forEach((name, i) => {
      if (name !== '') scope.set(name, results[i] ?? { kind: 'missing', name });
    });
  }
  if (unsupported.length === 0) handOut(proto, model, scope, unsupported);
  if (unsupported.length > 0)
    throw new UnsupportedOpError('this ONNX model cannot be imported:', unsupported);
  return g.build();
}

/** The results of a node; none when it is unsupported or reads from one that is. */
function importNode(
  node: NodeProto,
  model: ModelContext,
  scope: ReadonlyMap<string, Operand>,
  unsupported: UnsupportedNode[],
): readonly Operand[] {
  const give = (reason: string): readonly Operand[] => {
    unsupported.push({ node: labelOf(node), op: opOf(node), reason });
    return [];
  };
  const lower = Object.hasOwn(lowerings, node.opType) ? lowerings[node.opType] : undefined;
  const evaluate = Object.hasOwn(evaluators, node.opType) ? evaluators[node.opType] : undefined;
  if (!domains.includes(node.domain) || (lower === undefined && evaluate === undefined)) {
    return give('no such operator is known');
  }
  const operands = node.inputs.map((name) => (name === '' ? undefined : scope.get(name)));
  if (operands.some((operand) => operand?.kind === 'missing')) return [];
  try {
    const context = new NodeImport(model, node, operands);
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

/** Declares the graph's outputs under the names of the file. */
function handOut(
  proto: GraphProto,
  model: ModelContext,
  scope: ReadonlyMap<string, Operand>,
  unsupported: UnsupportedNode[],
): void {
  const g: GraphBuilder = model.g;
  if (proto.outputs.length === 0) throw errorAt(proto.place, 'the graph has no output');
  const names = new Set<string>();
  for (const output of proto.outputs) {
    if (names.has(output.name))
      throw errorAt(output.place, `a second output named ${quote(output.name)}`);
    names.add(output.name);
    const node: NodeProto = {
      name: output.name,
      opType: 'output',
      domain: '',
      inputs: [output.name],
      outputs: [],
      attributes: [],
      place: output.place,
    };
    const operand = scope.get(output.name);
    try {
      g.output(output.name, new NodeImport(model, node, [operand]).value(0));
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      unsupported.push({ node: output.name, op: 'output', reason: error.message });
    }
  }
}
