import { type DType, dtypes } from '../data/dtype.js';
import { type Tensor, tensor } from '../data/tensor.js';
import { described } from '../errors/described.js';
import { GraphError } from '../errors/errors.js';
import { completeAttributes } from '../op/complete-attributes.js';
import type { ResultNames, ValueType } from '../op/definition.js';
import { inferNode } from '../op/infer-node.js';
import { allOps, definitionOf } from '../op/table.js';
import { checkExtents, sameType } from '../op/value-type.js';
import * as dim from '../shape/dimension.js';
import type { Shape } from '../shape/shape.js';
import type { OpMethods, Value } from './builder-types.js';
import type { Graph, GraphOutput, Node, OperandRef } from './graph.js';

type Operands = Readonly<Record<string, Value | readonly Value[] | undefined>>;

/** What is known of the results of a node that comes from another graph. */
interface Kept {
  readonly outputs?: readonly string[];
  readonly results?: readonly ValueType[] | undefined;
}

/** Collects inputs, constants and nodes, checking each as it comes. */
export class BuilderState {
  readonly name: string;
  private readonly inputs: string[] = [];
  private readonly outputs: GraphOutput[] = [];
  private readonly constants = new Map<string, Tensor>();
  private readonly nodes: Node[] = [];
  private readonly values = new Map<string, Value>();
  private readonly producers = new Map<string, Node>();
  private readonly nodeNames = new Set<string>();
  private readonly counts = new Map<string, number>();

  constructor(name: string) {
    this.name = name;
  }

  /**
   * Declares an input.
   *
   * @param shape integers or expressions over named sizes, such as `['batch', 'H', 'W', 3]`
   * @throws GraphError when the name is taken or the dtype unknown; ShapeMismatchError on no shape
   */
  input(name: string, dtype: DType, shape: Shape): Value {
    if (!dtypes.includes(dtype) || !Array.isArray(shape)) {
      const got = `${described(dtype)} and ${described(shape)}`;
      throw new GraphError(`input '${name}' needs a dtype and a shape, got ${got}`, {
        hint: `for instance 'float32' and ['batch', 224, 224, 3]; dtypes are ${dtypes.join(', ')}`,
      });
    }
    const type = { dtype, shape: shape.map(dim.normalise) };
    checkExtents(type, `input '${name}'`);
    const value = this.declare(name, type);
    this.inputs.push(name);
    return value;
  }

  constant(name: string, given: Tensor): Value {
    const checked = tensor(given.dtype, given.shape, given.data);
    checkExtents(checked, `constant '${name}'`);
    const value = this.declare(this.freshValue(name), checked);
    this.constants.set(value.name, checked);
    return value;
  }

  /**
   * Hands a value out under a name.
   *
   * @throws GraphError when an output of that name exists or the value is not this builder's
   */
  output(name: string, value: Value): void {
    this.own(value, `output '${name}'`);
    if (this.outputs.some((o) => o.name === name)) {
      throw new GraphError(`graph '${this.name}' has two outputs named '${name}'`);
    }
    this.outputs.push({ name, value: value.name });
  }

  apply(
    op: string,
    operands: Operands,
    attributes: Readonly<Record<string, unknown>> = {},
    name?: string,
  ): readonly Value[] {
    const node = this.freshNode(name ?? op);
    return this.addNode(op, operands, this.complete(op, node, attributes), node);
  }

  /**
   * Adds a node of another graph as it is, over this builder's values, under free names. Where these
   * have the types of that graph's, so have the results, and nothing is inferred again.
   */
  append(node: Node, operands: Operands, types: Graph['values']): readonly Value[] {
    const { op, name, inputs, outputs, attributes } = node;
    const values = Object.values(operands).flat() as readonly Value[];
    const known = Object.values(inputs)
      .flat()
      .every((operand, i) => sameType(types.get(operand)!, values[i]!));
    const results = known ? outputs.map((output) => types.get(output)!) : undefined;
    return this.addNode(op, operands, attributes, this.freshNode(name), { outputs, results });
  }

  constantOf(name: string): Tensor | undefined {
    return this.constants.get(name);
  }

  producerOf(name: string): Node | undefined {
    return this.producers.get(name);
  }

  valueOf(name: string): Value | undefined {
    return this.values.get(name);
  }

  /** @throws GraphError when the graph has no output */
  build(): Graph {
    if (this.outputs.length === 0) throw new GraphError(`graph '${this.name}' has no output`);
    return {
      name: this.name,
      inputs: [...this.inputs],
      outputs: [...this.outputs],
      constants: new Map(this.constants),
      nodes: [...this.nodes],
      values: new Map([...this.values].map(([name, { dtype, shape }]) => [name, { dtype, shape }])),
    };
  }

  private addNode(
    op: string,
    operands: Operands,
    attributes: Node['attributes'],
    node: string,
    kept: Kept = {},
  ): readonly Value[] {
    const definition = definitionOf(op);
    const given = Object.fromEntries(
      Object.entries(operands ?? {}).filter(([, value]) => value !== undefined),
    ) as Readonly<Record<string, Value | readonly Value[]>>;
    for (const one of Object.values(given).flat()) this.own(one, `node '${node}' (${op})`);
    const types = kept.results ?? inferNode(definition, node, given, attributes);
    const inputs: Record<string, OperandRef> = {};
    for (const operand of Object.keys(definition.operands)) {
      const value = given[operand];
      if (value === undefined) continue;
      inputs[operand] = 'name' in value ? value.name : value.map(({ name }) => name);
    }
    const names = kept.outputs ?? resultNames(node, definition.results, types.length);
    const results = types.map((type, i) => this.declare(this.freshValue(names[i]!), type));
    const added = { name: node, op, inputs, outputs: results.map((r) => r.name), attributes };
    this.nodes.push(added);
    for (const name of added.outputs) this.producers.set(name, added);
    return results;
  }

  private complete(op: string, node: string, attributes: Readonly<Record<string, unknown>>) {
    try {
      return completeAttributes(definitionOf(op), attributes);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      throw new GraphError(`node '${node}': ${error.message}`, { place: { node, op } });
    }
  }

  private declare(name: string, type: ValueType): Value {
    if (this.values.has(name)) {
      throw new GraphError(`graph '${this.name}' has two values named '${name}'`);
    }
    const value = { name, dtype: type.dtype, shape: type.shape };
    this.values.set(name, value);
    return value;
  }

  private own(value: Value | undefined, reader: string): void {
    if (value === undefined || this.values.get(value?.name) !== value) {
      throw new GraphError(
        `${reader} uses '${value?.name}', which graph '${this.name}' did not make`,
        { hint: `hand in what a method of this graph's builder returned` },
      );
    }
  }

  private freshValue(name: string): string {
    return fresh(name, this.values, this.counts);
  }

  private freshNode(name: string): string {
    const unique = fresh(name, this.nodeNames, this.counts);
    this.nodeNames.add(unique);
    return unique;
  }
}

interface Names {
  has(name: string): boolean;
}

/** `name`, or `name_2`, `name_3` … once it is taken; a number already behind the name is counted on. */
function fresh(name: string, taken: Names, counts: Map<string, number>): string {
  if (!taken.has(name)) return name;
  const base = name.replace(/_\d+$/, '');
  let count = counts.get(base) ?? 1;
  do count++;
  while (taken.has(`${base}_${count}`));
  counts.set(base, count);
  return `${base}_${count}`;
}

function resultNames(node: string, results: ResultNames, count: number): readonly string[] {
  if (results === 'many') return Array.from({ length: count }, (_, i) => `${node}.${i}`);
  return results.length === 1 ? [node] : results.map((result) => `${node}.${result}`);
}

/** Builds a graph node by node: one method an op, with operands and results by name. */
export type GraphBuilder = Pick<BuilderState, 'name' | 'input' | 'output' | 'build'> & OpMethods;

/**
 * Starts a graph.
 *
 * @example
 * ```ts
 * import { graphBuilder, printGraph } from '@separable/core';
 * const g = graphBuilder('half');
 * const x = g.input('x', 'float32', ['batch', 8]);
 * const [left] = g.split({ x }, { axis: 1, sizes: [4, 4] });
 * if (left !== undefined) g.output('y', g.relu({ x: left }));
 * console.log(printGraph(g.build()));
 * ```
 */
export function graphBuilder(name: string): GraphBuilder {
  const state = new BuilderState(name);
  return {
    name,
    input: state.input.bind(state),
    output: state.output.bind(state),
    build: state.build.bind(state),
    ...opMethods(state),
  };
}

/** What op methods need of a builder. */
export type NodeSink = Pick<OpMethods, 'apply' | 'constant'>;

/** The methods that add nodes to a builder, one an op. */
export function opMethods(sink: NodeSink): OpMethods {
  const methods: Record<string, unknown> = {
    apply: sink.apply.bind(sink),
    constant: sink.constant.bind(sink),
  };
  for (const op of allOps()) {
    methods[op.name] = (
      operands: Operands,
      attributes?: Record<string, unknown>,
      node?: string,
    ) => {
      const results = sink.apply(op.name, operands, attributes, node);
      if (op.results === 'many') return results;
      if (op.results.length === 1) return results[0];
      return Object.fromEntries(op.results.map((result, i) => [result, results[i]]));
    };
  }
  return methods as unknown as OpMethods;
}
