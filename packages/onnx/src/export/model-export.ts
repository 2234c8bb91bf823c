import {
  type AttributeValue,
  definitionOf,
  type Graph,
  isConcrete,
  type Node,
  opMethods,
  type OpMethods,
  tensor,
  type Tensor,
  typeOf,
} from '@separable/core';
import type { ExportValue } from './export-value.js';
import { Initialisers } from './initialisers.js';
import { Names } from './names.js';
import { NodeExport, type NodeParts, type Operands } from './node-export.js';
import { Nodes } from './nodes.js';
import { loweringOf } from './ops/index.js';
import { type Laid, type Order, plainOrder, sameOrder } from './order.js';
import { Sizes } from './sizes.js';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** A model in the making: its nodes, its constants, and how each value of the graph lies in it. */
export class ModelExport {
  readonly graph: Graph;
  readonly names: Names;
  readonly nodes: Nodes;
  readonly constants: Initialisers;
  readonly sizes: Sizes;
  private readonly values = new Map<string, ExportValue>();

  /** Whether results agree with the op table where ONNX Runtime's kernels do not; see `numerics`. */
  readonly exact: boolean;

  /** @param trial values one node reads, if only that node is to be tried; they tell no sizes */
  constructor(graph: Graph, exact: boolean, trial?: readonly string[]) {
    this.graph = graph;
    this.exact = exact;
    this.names = new Names([...graph.inputs, ...graph.outputs.map(({ name }) => name)]);
    this.nodes = new Nodes(this.names);
    this.constants = new Initialisers(this.names, trial === undefined);
    this.sizes = new Sizes(graph, this.nodes, this.constants);
    const made = (trial ?? []).filter((name) => !graph.constants.has(name));
    for (const name of new Set([...graph.inputs, ...made])) {
      const { dtype, shape } = typeOf(graph, name);
      const laid = [{ name, order: plainOrder(shape.length) }];
      this.values.set(name, { name, dtype, shape, laid });
    }
  }

  /** A value of the graph: an input, a constant, or the result of a node that was lowered. */
  value(name: string): ExportValue {
    let found = this.values.get(name);
    if (found === undefined) {
      found = this.constant(name, this.graph.constants.get(name)!);
      this.values.set(name, found);
    }
    return found;
  }

  constant(name: string, numbers: Tensor): ExportValue {
    const { dtype, shape } = numbers;
    return { name, dtype, shape, tensor: numbers, laid: [] };
  }

  /** Lowers a node of the graph. */
  add(node: Node): void {
    const operands = Object.fromEntries(
      Object.entries(node.inputs).map(([operand, ref]) => [
        operand,
        typeof ref === 'string' ? this.value(ref) : ref.map((name) => this.value(name)),
      ]),
    );
    const types = node.outputs.map((output) => typeOf(this.graph, output));
    const parts = { op: node.op, operands, attributes: node.attributes, types };
    const results = this.lower(node.name, parts, node.outputs);
    for (const [i, output] of node.outputs.entries()) this.values.set(output, results[i]!);
  }

  /**
   * Lowers one op on values of this export.
   *
   * @param attributes without those that are at their default
   * @param place what its results are named after
   */
  apply(
    op: string,
    operands: Operands,
    attributes: Attributes,
    place: string,
  ): readonly ExportValue[] {
    const definition = definitionOf(op);
    const complete = Object.fromEntries(
      Object.entries(definition.attributes).map(([name, spec]) => [
        name,
        attributes[name] === undefined ? spec.default! : attributes[name],
      ]),
    );
    const types = definition.infer(operands, complete);
    return this.lower(place, { op, operands, attributes: complete, types });
  }

  /** The methods of a builder that lower what they are asked for at once, for decompositions. */
  decomposing(place: string): OpMethods {
    return opMethods({
      apply: (op, operands, attributes = {}) => {
        const given = Object.entries(operands).filter(([, value]) => value !== undefined);
        const exported = Object.fromEntries(given) as Operands;
        return this.apply(op, exported, attributes as Attributes, `${place}.${op}`);
      },
      constant: (name, numbers) => this.constant(name, numbers),
    });
  }

  /** The first tensor of the model that holds a value; a constant enters the model in the graph's order. */
  home(value: ExportValue): Laid {
    if (value.laid.length === 0) this.inOrder(value, plainOrder(value.shape.length));
    return value.laid[0]!;
  }

  /** The tensor of the model that holds a value in an order of axes; transposed where it is not there yet. */
  inOrder(value: ExportValue, order: Order): string {
    const there = value.laid.find((laid) => sameOrder(laid.order, order));
    if (there !== undefined) return there.name;
    const name = this.laidAnew(value, order);
    value.laid.push({ name, order });
    return name;
  }

  private laidAnew(value: ExportValue, order: Order): string {
    const { name, laid } = value;
    if (value.tensor !== undefined) return this.constants.arranged(name, value.tensor, order);
    const [home] = laid as [Laid];
    const perm = order.map((axis) => home.order.indexOf(axis));
    return this.nodes.add('Transpose', [home.name], { perm }, [`${name}.laid`])[0]!;
  }

  private lower(
    place: string,
    parts: Omit<NodeParts, 'place'>,
    wishes: readonly string[] = [],
  ): readonly ExportValue[] {
    const first = this.nodes.list.length;
    // What an operand is laid out as keeps its name, also where it is the result.
    const held = Object.values(parts.operands).flat();
    const results = this.nothing(parts) ?? this.lowered(place, parts);
    return parts.types.map(({ dtype, shape }, i) => {
      const { name, order } = results[i]!;
      const wish = wishes[i];
      const isHeld = held.some(({ laid }) => laid.some((one) => one.name === name));
      const named =
        wish === undefined || isHeld
          ? name
          : this.nodes.rename(name, () => this.names.fresh(wish), first);
      return { name: wish ?? `${place}.${i}`, dtype, shape, laid: [{ name: named, order }] };
    });
  }

  private lowered(place: string, parts: Omit<NodeParts, 'place'>): readonly Laid[] {
    const made = loweringOf(parts.op)(new NodeExport(this, { ...parts, place }));
    return 'name' in made ? [made] : made;
  }

  /** Results without elements are not computed: kernels of engines stumble over them. */
  private nothing({ types }: Omit<NodeParts, 'place'>): readonly Laid[] | undefined {
    const empty = types.filter(({ shape }) => isConcrete(shape) && shape.includes(0));
    if (empty.length < types.length) return undefined;
    return types.map(({ dtype, shape }) => ({
      name: this.constants.tensor('nothing', tensor(dtype, shape as readonly number[])),
      order: plainOrder(shape.length),
    }));
  }
}
