import type { AttributeValue } from '../op/attribute.js';
import { attributesKey } from '../op/attribute-text.js';
import { definitionOf } from '../op/table.js';
import { typeText } from '../op/value-type.js';
import { type Graph, type Node, typeOf } from './graph.js';

/**
 * The graph as text, one line an input, constant, node and output.
 *
 * A node's line reads `result: dtype shape = op(operand=value, …) attribute=value …`; attributes at
 * their default and a node name equal to its result are left out. Constants that fit in eight
 * numbers are shown.
 *
 * @example
 * ```ts
 * import { graphBuilder, printGraph } from '@separable/core';
 * const g = graphBuilder('tiny');
 * g.output('y', g.relu({ x: g.input('x', 'float32', ['batch', 4]) }));
 * console.log(printGraph(g.build()));
 * // graph tiny
 * //   input x: float32 [batch, 4]
 * //   relu: float32 [batch, 4] = relu(x=x)
 * //   output y = relu
 * ```
 */
export function printGraph(graph: Graph): string {
  const lines = [`graph ${graph.name}`];
  for (const name of graph.inputs) lines.push(`input ${name}: ${typeText(typeOf(graph, name))}`);
  for (const [name, tensor] of graph.constants) {
    const numbers =
      tensor.data.length <= 8 ? ` = [${[...tensor.data].map(String).join(', ')}]` : '';
    lines.push(`constant ${name}: ${typeText(tensor)}${numbers}`);
  }
  for (const node of graph.nodes) lines.push(printNode(graph, node));
  for (const { name, value } of graph.outputs) lines.push(`output ${name} = ${value}`);
  return lines.join('\n  ');
}

/** One node's line of {@link printGraph}. */
export function printNode(graph: Graph, node: Node): string {
  const results = node.outputs
    .map((name) => `${name}: ${typeText(typeOf(graph, name))}`)
    .join(', ');
  const operands = Object.entries(node.inputs)
    .map(([operand, ref]) => `${operand}=${typeof ref === 'string' ? ref : `[${ref.join(', ')}]`}`)
    .join(', ');
  const { attributes: specs } = definitionOf(node.op);
  const attributes = Object.entries(node.attributes)
    .filter(([name, value]) => attributesKey(value) !== attributesKey(specs[name]?.default))
    .map(([name, value]) => ` ${name}=${attributeText(value)}`)
    .join('');
  const label =
    node.outputs.length === 1 && node.outputs[0] === node.name ? '' : `  # ${node.name}`;
  return `${results} = ${node.op}(${operands})${attributes}${label}`;
}

/** An attribute the way a person writes it: `[1, 2]`, `{op: relu6}`, `same`. */
export function attributeText(value: AttributeValue): string {
  if (Array.isArray(value)) return `[${value.map(attributeText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value as Readonly<Record<string, AttributeValue>>);
  return `{${entries.map(([key, inner]) => `${key}: ${attributeText(inner)}`).join(', ')}}`;
}
