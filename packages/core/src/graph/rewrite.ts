import type { Tensor } from '../data/tensor.js';
import { BuilderState, opMethods } from './builder.js';
import type { OpMethods, Value } from './builder-types.js';
import { type Graph, type Node, operandsOf, typeOf } from './graph.js';
import { removeDead } from './remove-dead.js';

/**
 * What a rewriting rule works with. Everything but `value` speaks of the graph being built, so a rule
 * sees what it made of earlier nodes.
 */
export interface Rewriting {
  /** Adds nodes and constants. */
  readonly g: OpMethods;
  /** What became of a value of the old graph. */
  value(name: string): Value;
  /** The tensor behind a value that is a constant. */
  constant(value: Value): Tensor | undefined;
  /** The node that makes a value, unless it is an input or a constant. */
  producer(value: Value): Node | undefined;
  /** The value that a node of the new graph reads under an operand's name. */
  operand(node: Node, name: string): Value | undefined;
  /** Whether one reader takes the value and nothing hands it out, so that it may be replaced. */
  isReadOnce(value: Value): boolean;
}

/**
 * Says what a node becomes: the new values of its results in order, or undefined to keep it.
 * Nodes come in order, so everything a node reads has its new value.
 */
export type RewriteRule = (node: Node, rewriting: Rewriting) => readonly Value[] | undefined;

/**
 * Builds a graph anew, node by node, through a rule. Values a rule leaves alone keep their names, and
 * what nobody reads any more is left out: nodes and constants, never inputs. Where the rule keeps every
 * node and none is dead, the graph itself comes back.
 */
export function rewriteGraph(graph: Graph, rule: RewriteRule): Graph {
  return new Rewriter(graph).run(rule);
}

class Rewriter implements Rewriting {
  readonly g: OpMethods;
  private readonly graph: Graph;
  private readonly state: BuilderState;
  private readonly known = new Map<string, Value>();
  private readonly oldReads: ReadonlyMap<string, number>;
  /** Reads in the old graph of all old values that a new value stands for. */
  private readonly reads = new Map<Value, number>();

  constructor(graph: Graph) {
    this.graph = graph;
    this.state = new BuilderState(graph.name);
    this.g = opMethods(this.state);
    this.oldReads = countReads(graph);
  }

  run(rule: RewriteRule): Graph {
    for (const name of this.graph.inputs) {
      const { dtype, shape } = typeOf(this.graph, name);
      this.map(name, this.state.input(name, dtype, shape));
    }
    let changed = false;
    for (const node of this.graph.nodes) {
      const made = rule(node, this);
      changed ||= made !== undefined;
      const results = made ?? this.keep(node);
      node.outputs.forEach((name, i) => this.map(name, results[i]!));
    }
    if (!changed) return removeDead(this.graph);
    for (const { name, value } of this.graph.outputs) this.state.output(name, this.value(value));
    return removeDead(this.state.build());
  }

  value(name: string): Value {
    const found = this.known.get(name);
    if (found !== undefined) return found;
    const constant = this.state.constant(name, this.graph.constants.get(name)!);
    this.map(name, constant);
    return constant;
  }

  constant(value: Value): Tensor | undefined {
    return this.state.constantOf(value.name);
  }

  producer(value: Value): Node | undefined {
    return this.state.producerOf(value.name);
  }

  operand(node: Node, name: string): Value | undefined {
    const ref = node.inputs[name];
    return typeof ref === 'string' ? this.state.valueOf(ref) : undefined;
  }

  isReadOnce(value: Value): boolean {
    return (this.reads.get(value) ?? 1) === 1;
  }

  private map(name: string, value: Value): void {
    this.known.set(name, value);
    this.reads.set(value, (this.reads.get(value) ?? 0) + (this.oldReads.get(name) ?? 0));
  }

  private keep(node: Node): readonly Value[] {
    const operands = Object.fromEntries(
      Object.entries(node.inputs).map(([operand, ref]) => [
        operand,
        typeof ref === 'string' ? this.value(ref) : ref.map((name) => this.value(name)),
      ]),
    );
    return this.state.append(node, operands, this.graph.values);
  }
}

/** How often each value is read; an output counts as two, because a value handed out must stay. */
function countReads(graph: Graph): ReadonlyMap<string, number> {
  const reads = new Map<string, number>();
  const count = (name: string, times: number): void => {
    reads.set(name, (reads.get(name) ?? 0) + times);
  };
  for (const node of graph.nodes) for (const name of operandsOf(node)) count(name, 1);
  for (const { value } of graph.outputs) count(value, 2);
  return reads;
}
