import {
  type Graph,
  type GraphBuilder,
  graphBuilder,
  type UnsupportedNode,
  UnsupportedOpError,
} from '@separable/core';
import { elementTypes } from '../proto/element-types.js';
import type { FunctionProto } from '../proto/function-proto.js';
import type { GraphProto } from '../proto/graph-proto.js';
import type { NodeProto } from '../proto/node-proto.js';
import { errorAt, quote } from '../proto/place.js';
import type { TensorProto } from '../proto/tensor-proto.js';
import type { ValueInfoProto } from '../proto/value-info-proto.js';
import type { ExternalData } from '../tensor/external-data.js';
import { bodies } from './body.js';
import { constantOperand } from './constant-operand.js';
import { functionsOf } from './inline.js';
import { importNode } from './import-node.js';
import { declareInputs, type InputShapes } from './inputs.js';
import { type ModelContext, NodeImport } from './node-import.js';
import { orderNodes } from './order.js';
import { namesRead } from './reads.js';
import { Scope } from './scope.js';
import { Unsupported } from './unsupported.js';

const hint =
  'where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators';

/** What the import of a graph needs besides its bytes. */
export interface GraphImport {
  readonly opset: number;
  readonly functions: readonly FunctionProto[];
  readonly inputShapes: InputShapes;
  readonly externalData: ExternalData | undefined;
  readonly onNote: ((note: ImportNote) => void) | undefined;
}

/** Something a user should know of how nodes were imported. */
export interface ImportNote {
  readonly text: string;
  /** The nodes or tensors of the file it is said of. */
  readonly nodes: readonly string[];
}

/**
 * Turns a file's graph into a graph of the op table, node by node.
 *
 * @throws ImportError naming the place of what is wrong
 * @throws UnsupportedOpError listing every node that nothing computes
 */
export function importGraph(proto: GraphProto, options: GraphImport): Graph {
  const nodes = orderNodes(proto);
  const g = graphBuilder(proto.name || 'onnx');
  const read = options.functions.reduce(
    (names, { nodes: inner, outputs }) =>
      namesRead({ nodes: inner, outputs: outputs.map((name) => ({ name })) }, names),
    namesRead(proto),
  );
  const unsupported: UnsupportedNode[] = [];
  const model: ModelContext = {
    g,
    opset: options.opset,
    externalData: options.externalData,
    functions: functionsOf(options.functions),
    depth: 0,
    read,
    spent: { shapeElements: 0, unrolled: 0 },
    notes: new Map(),
    refused: new Set(),
    body: bodies(unsupported),
  };
  const scope = new Scope();
  for (const input of declareInputs(proto, model, options.inputShapes))
    scope.set(input.name, input);
  for (const tensor of proto.initializers) {
    if (read.has(tensor.name))
      scope.set(tensor.name, constantOperand(tensor.name, tensor, options.externalData));
  }
  for (const node of nodes) importNode(node, model, scope, unsupported);
  if (unsupported.length === 0) handOut(proto, model, scope, unsupported);
  if (unsupported.length > 0)
    throw new UnsupportedOpError('this ONNX model cannot be imported:', unsupported, { hint });
  const graph = g.build();
  const halves = [...proto.inputs, ...proto.initializers].filter(isHalf).map(({ name }) => name);
  if (halves.length > 0) model.notes.set('float16 is computed in float32', halves);
  for (const [text, named] of model.notes) options.onNote?.({ text, nodes: named });
  return graph;
}

function isHalf(tensor: ValueInfoProto | TensorProto): boolean {
  const halves: readonly number[] = [elementTypes.float16, elementTypes.bfloat16];
  if ('dataType' in tensor) return halves.includes(tensor.dataType);
  return tensor.type?.kind === 'tensor' && halves.includes(tensor.type.elementType);
}

/** Declares the graph's outputs under the names of the file. */
function handOut(
  proto: GraphProto,
  model: ModelContext,
  scope: Scope,
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
      g.output(output.name, new NodeImport(model, node, [operand], scope).value(0));
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      unsupported.push({ node: output.name, op: 'output', reason: error.message });
    }
  }
}
