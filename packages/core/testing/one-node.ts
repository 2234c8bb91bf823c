import type { DType } from '../src/data/dtype.js';
import { graphBuilder } from '../src/graph/builder.js';
import type { Graph, Node } from '../src/graph/graph.js';
import { decompose } from '../src/passes/decompose.js';
import type { Shape } from '../src/shape/shape.js';

/** A graph of one node for tests of op definitions: its operands are inputs of the given shapes. */
export function oneNode(
  op: string,
  shapes: Readonly<Record<string, Shape>>,
  attributes: Readonly<Record<string, unknown>> = {},
  dtypes: Readonly<Record<string, DType>> = {},
): Graph {
  const g = graphBuilder(op);
  const operands = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      g.input(name, dtypes[name] ?? 'float32', shape),
    ]),
  );
  g.apply(op, operands, attributes).forEach((value, i) => g.output(`y${i}`, value));
  return g.build();
}

/** The shape of the only output. */
export function shapeOf(graph: Graph): Shape {
  return graph.values.get(graph.outputs[0]!.value)!.shape;
}

/** The ops that a node of one op becomes, decomposed once, and the graph they make. */
export function parts(graph: Graph): { readonly ops: readonly string[]; readonly graph: Graph } {
  const node: Node = graph.nodes[0]!;
  const parted = decompose(graph, (one) => one.name === node.name).graph;
  return { ops: parted.nodes.map(({ op }) => op), graph: parted };
}
