import { holds } from '../data/dtype.js';
import { sizeOf } from '../data/tensor.js';
import { GraphError } from '../errors/errors.js';
import { attributesKey } from '../op/attribute-text.js';
import { completeAttributes } from '../op/complete-attributes.js';
import type { ValueType } from '../op/definition.js';
import { inferNode } from '../op/infer-node.js';
import { definitionOf } from '../op/table.js';
import { checkExtents, sameType, typeText } from '../op/value-type.js';
import * as dim from '../shape/dimension.js';
import { type Graph, type Node, operandsOf, operandTypes } from './graph.js';

/**
 * Checks everything a graph promises: unique names, every value made before it is read, known ops
 * with complete attributes, and the stated type of every value.
 *
 * @returns the graph itself
 * @throws GraphError or ShapeMismatchError naming the first thing that does not hold
 */
export function verifyGraph(graph: Graph): Graph {
  const made = new Map<string, ValueType>();
  const make = (name: string, type: ValueType, by: string): void => {
    if (made.has(name)) throw new GraphError(`${by} '${name}', which was made before`);
    const stated = graph.values.get(name);
    if (stated === undefined) throw new GraphError(`${by} '${name}', which has no type`);
    if (!sameType(stated, type)) {
      throw new GraphError(
        `${by} '${name}' as ${typeText(type)}, the graph says ${typeText(stated)}`,
      );
    }
    made.set(name, type);
  };
  for (const [name, constant] of graph.constants) {
    const { dtype, shape, data } = constant;
    if (!holds(dtype, data) || data.length !== sizeOf(shape)) {
      throw new GraphError(
        `constant '${name}' of ${typeText(constant)} holds a ${data.constructor.name} of ${data.length}`,
      );
    }
    make(name, constant, 'the constants make');
  }
  for (const name of graph.inputs) {
    const type = graph.values.get(name);
    if (type === undefined) throw new GraphError(`input '${name}' has no type`);
    make(name, { dtype: type.dtype, shape: type.shape.map(dim.normalise) }, 'the inputs make');
  }
  for (const [name, type] of graph.values) checkExtents(type, `value '${name}'`);
  const names = new Set<string>();
  for (const node of graph.nodes) {
    if (names.has(node.name)) throw new GraphError(`two nodes are named '${node.name}'`);
    names.add(node.name);
    inferResults(node, made).forEach((type, i) =>
      make(node.outputs[i]!, type, `node '${node.name}' makes`),
    );
  }
  checkOutputs(graph, made);
  if (made.size !== graph.values.size) {
    const extra = [...graph.values.keys()].filter((name) => !made.has(name));
    throw new GraphError(`nothing makes the values ${extra.join(', ')}`);
  }
  return graph;
}

function inferResults(node: Node, made: ReadonlyMap<string, ValueType>): readonly ValueType[] {
  const op = definitionOf(node.op);
  const missing = operandsOf(node).find((value) => !made.has(value));
  if (missing !== undefined) {
    throw new GraphError(
      `node '${node.name}' (${node.op}) reads '${missing}' before anything makes it`,
    );
  }
  const complete = completeAttributes(op, node.attributes);
  if (attributesKey(complete) !== attributesKey(node.attributes)) {
    throw new GraphError(`node '${node.name}' (${node.op}) does not hold its attributes in full`);
  }
  const types = inferNode(op, node.name, operandTypes(made, node), node.attributes);
  if (types.length !== node.outputs.length) {
    throw new GraphError(
      `node '${node.name}' (${node.op}) makes ${types.length} values, it names ${node.outputs.length}`,
    );
  }
  return types;
}

function checkOutputs(graph: Graph, made: ReadonlyMap<string, ValueType>): void {
  if (graph.outputs.length === 0) throw new GraphError(`graph '${graph.name}' has no output`);
  const names = new Set<string>();
  for (const { name, value } of graph.outputs) {
    if (names.has(name)) throw new GraphError(`two outputs are named '${name}'`);
    if (!made.has(value))
      throw new GraphError(`output '${name}' is '${value}', which nothing makes`);
    names.add(name);
  }
}
