import {
  type Graph,
  GraphError,
  type Node,
  operandsOf,
  typeOf,
  type UnsupportedNode,
  UnsupportedOpError,
  type ValueType,
} from '@separable/core';
import { makeModel, makeValueInfo } from '../proto/make.js';
import { encodeModel } from '../proto/encode-model.js';
import type { ModelProto } from '../proto/model-proto.js';
import type { ValueInfoProto } from '../proto/value-info-proto.js';
import { Inexpressible } from './inexpressible.js';
import { elementTypeOf } from './initialisers.js';
import { ModelExport } from './model-export.js';
import { plainOrder } from './order.js';

/** Options of {@link exportOnnx}. */
export interface ExportOptions {
  /**
   * `exact`, unless given: results agree with the op table also where ONNX Runtime's kernels depart from
   * ONNX, such as NaN in a MaxPool or the last digits of a Sigmoid; that takes more nodes. `plain`: the
   * one operator that is meant, and what the engine makes of it.
   */
  readonly numerics?: 'exact' | 'plain';
  /** The name the file gives as its producer; `separable` unless given. */
  readonly producerName?: string;
}

/** The opset of exported models; 19 is the first with dilations in AveragePool. */
const opset = 19;
/** The format version that came with it. */
const irVersion = 9;

/**
 * Writes a graph as an ONNX model of opset 19.
 *
 * Inputs and outputs keep their names and order of axes. Inside, feature maps are channels first, with
 * transposes only where the layout has to change. Open sizes stay open: they become named dimensions,
 * and what depends on them is computed in the model.
 *
 * Source: the ONNX operator specification, opset 19.
 *
 * @throws UnsupportedOpError listing every node that ONNX cannot express
 * @example
 * ```ts
 * import { graphBuilder } from '@separable/core';
 * import { exportOnnx } from '@separable/onnx';
 * const g = graphBuilder('positive');
 * const x = g.input('x', 'float32', ['batch', 8]);
 * g.output('y', g.relu({ x }));
 * console.log(exportOnnx(g.build()).length > 0); // true
 * ```
 */
export function exportOnnx(graph: Graph, options: ExportOptions = {}): Uint8Array {
  const { numerics = 'exact' } = options;
  const model = new ModelExport(graph, numerics === 'exact');
  const unsupported: UnsupportedNode[] = [];
  for (const node of graph.nodes) {
    if (unsupported.length === 0) addNode(model, node, unsupported);
    else collectProblem(node, graph, unsupported);
  }
  if (unsupported.length > 0) {
    throw new UnsupportedOpError(`graph '${graph.name}' has no form in ONNX:`, unsupported);
  }
  return encodeModel(finish(model, options));
}

function addNode(model: ModelExport, node: Node, unsupported: UnsupportedNode[]): void {
  try {
    model.add(node);
  } catch (error) {
    if (!(error instanceof Inexpressible)) throw error;
    unsupported.push({ node: node.name, op: node.op, reason: error.message });
  }
}

function collectProblem(node: Node, graph: Graph, unsupported: UnsupportedNode[]): void {
  const reason = exportProblems(node, graph);
  if (reason !== undefined) unsupported.push({ node: node.name, op: node.op, reason });
}

/**
 * Why a node of a graph cannot be exported; undefined when it can be.
 *
 * @example
 * ```ts
 * import { graphBuilder } from '@separable/core';
 * import { exportProblems } from '@separable/onnx';
 * const g = graphBuilder('positive');
 * g.output('y', g.relu({ x: g.input('x', 'float32', [8]) }));
 * const graph = g.build();
 * console.log(exportProblems(graph.nodes[0]!, graph)); // undefined
 * ```
 */
export function exportProblems(node: Node, graph: Graph): string | undefined {
  try {
    new ModelExport(graph, true, operandsOf(node)).add(node);
    return undefined;
  } catch (error) {
    if (error instanceof Inexpressible) return error.message;
    throw error;
  }
}

/**
 * The ONNX operators that a node of a graph becomes, in order; for engines that have some of them only.
 *
 * @throws UnsupportedOpError when ONNX cannot express it
 * @example
 * ```ts
 * import { graphBuilder } from '@separable/core';
 * import { exportedOperators } from '@separable/onnx';
 * const g = graphBuilder('rounded');
 * g.output('y', g.round({ x: g.input('x', 'float32', [8]) }));
 * const graph = g.build();
 * console.log(exportedOperators(graph.nodes[0]!, graph)); // [ 'Round' ]
 * ```
 */
export function exportedOperators(
  node: Node,
  graph: Graph,
  { numerics = 'exact' }: Pick<ExportOptions, 'numerics'> = {},
): readonly string[] {
  const model = new ModelExport(graph, numerics === 'exact', operandsOf(node));
  const unsupported: UnsupportedNode[] = [];
  addNode(model, node, unsupported);
  if (unsupported.length > 0) {
    throw new UnsupportedOpError(`graph '${graph.name}' has no form in ONNX:`, unsupported);
  }
  return model.nodes.list.map(({ opType }) => opType);
}

function finish(model: ModelExport, { producerName = 'separable' }: ExportOptions): ModelProto {
  const { graph, nodes, constants } = model;
  handOut(model);
  const made = makeModel(opset, {
    name: graph.name || 'graph',
    nodes: nodes.list,
    initializers: constants.list,
    inputs: graph.inputs.map((name) => described(name, typeOf(graph, name))),
    outputs: graph.outputs.map(({ name, value }) => described(name, typeOf(graph, value))),
  });
  return { ...made, irVersion, producerName };
}

/**
 * Gives outputs their names: to the tensor itself where it may have it, to a copy elsewhere.
 *
 * @throws GraphError when an output has the name of an input that is another value
 */
function handOut(model: ModelExport): void {
  const { graph, nodes } = model;
  const stored = graph.outputs.map(({ value }) => {
    const { shape } = model.value(value);
    return model.inOrder(model.value(value), plainOrder(shape.length));
  });
  const given = new Map(graph.inputs.map((name) => [name, name]));
  graph.outputs.forEach(({ name }, i) => {
    const tensor = stored[i]!;
    if (tensor === name) return;
    if (graph.inputs.includes(name)) {
      throw new GraphError(`output '${name}' has the name of an input, which in ONNX it would be`);
    }
    const isFree = !given.has(tensor) && nodes.rename(tensor, () => name) === name;
    if (!isFree) nodes.addNamed('Identity', [given.get(tensor) ?? tensor], [name]);
    else given.set(tensor, name);
  });
}

function described(name: string, { dtype, shape }: ValueType): ValueInfoProto {
  return makeValueInfo(name, elementTypeOf[dtype], shape);
}
