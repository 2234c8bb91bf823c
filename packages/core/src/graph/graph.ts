import type { Tensor } from '../data/tensor.js';
import type { AttributeValue } from '../op/attribute.js';
import type { ValueType } from '../op/definition.js';

/** Names of the values an operand reads: one, or a list for an operand that takes many. */
export type OperandRef = string | readonly string[];

/** One application of an op. Plain data; never changed after it was made. */
export interface Node {
  /** Unique in its graph. */
  readonly name: string;
  /** A name of the op table. */
  readonly op: string;
  /** Values read, by operand name; an optional operand that is absent has no entry. */
  readonly inputs: Readonly<Record<string, OperandRef>>;
  /** Values made, in the order of the op's results. */
  readonly outputs: readonly string[];
  /** Complete: defaults are filled in. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** A value of the graph handed out under a name. Two outputs may name one value. */
export interface GraphOutput {
  readonly name: string;
  readonly value: string;
}

/**
 * An immutable network: typed inputs, constants, and nodes in an order in which every value is made
 * before it is read. Feature maps are NHWC.
 */
export interface Graph {
  readonly name: string;
  /** Names of the input values in the order they were declared. */
  readonly inputs: readonly string[];
  readonly outputs: readonly GraphOutput[];
  readonly constants: ReadonlyMap<string, Tensor>;
  readonly nodes: readonly Node[];
  /** The type of every value: inputs, constants and results of nodes. */
  readonly values: ReadonlyMap<string, ValueType>;
}

/** The values a node reads, in the order of its operands. */
export function operandsOf(node: Node): readonly string[] {
  return Object.values(node.inputs).flat();
}

/**
 * The type of a value.
 *
 * @throws RangeError when the graph has no value of that name, which a verified graph rules out
 */
export function typeOf(graph: Graph, value: string): ValueType {
  const type = graph.values.get(value);
  if (type === undefined) throw new RangeError(`graph ${graph.name} has no value '${value}'`);
  return type;
}

/** The types a node reads, by operand name, in the form its definition takes. */
export function operandTypes(
  values: ReadonlyMap<string, ValueType>,
  node: Node,
): Readonly<Record<string, ValueType | readonly ValueType[]>> {
  return Object.fromEntries(
    Object.entries(node.inputs).map(([operand, ref]) => [
      operand,
      typeof ref === 'string' ? values.get(ref)! : ref.map((name) => values.get(name)!),
    ]),
  );
}

/** The nodes that read each value; a value without an entry is read by none. */
export function readersOf(graph: Graph): ReadonlyMap<string, readonly Node[]> {
  const readers = new Map<string, Node[]>();
  for (const node of graph.nodes) {
    for (const value of new Set(operandsOf(node))) {
      const list = readers.get(value);
      if (list === undefined) readers.set(value, [node]);
      else list.push(node);
    }
  }
  return readers;
}
