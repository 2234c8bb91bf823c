import {
  bytesOfValue,
  type Graph,
  type Lifetime,
  lifetimesOf,
  type Node,
  operandTypes,
  typeOf,
} from '@separable/core';
import type { AnyPlan, AnyStepPlan } from '../kernel-table.js';
import type { ConcreteType } from '../kernel.js';
import { planArena } from '../memory/arena.js';
import type { PreparedGraph } from './prepare-graph.js';

/** Where a value lies: a place in the arena, or the constant it is. */
export type Place = { readonly offset: number } | { readonly constant: string };

/** A node at one size with its memory laid out. */
export interface PlannedNode {
  readonly node: Node;
  /** Undefined for views: nothing is done at run time. */
  readonly plan: AnyStepPlan | undefined;
  /** Offsets of the scratch arrays. */
  readonly scratch: readonly number[];
}

/** A graph at one size: what to run, and where every value lies. */
export interface GraphPlan {
  /** All dimensions are numbers. */
  readonly graph: Graph;
  readonly nodes: readonly PlannedNode[];
  readonly places: ReadonlyMap<string, Place>;
  /** Size of the arena it needs. */
  readonly bytes: number;
}

/** Memory under one or more values that share it, one after the other or as views. */
interface Storage {
  readonly bytes: number;
  readonly from: number;
  to: number;
}

/**
 * Plans every node and lays out memory: values share memory when they are views, when a kernel
 * overwrites an operand that nobody reads again, or when they are never alive together.
 *
 * @param graph the prepared graph, bound to one size
 */
export function planGraph(prepared: PreparedGraph, graph: Graph): GraphPlan {
  const storages: Storage[] = [];
  const owner = new Map<string, Storage | string>();
  const lifetimes = lifetimesOf(graph);
  const add = (bytes: number, { from, to }: Lifetime): Storage => {
    const storage = { bytes, from, to };
    storages.push(storage);
    return storage;
  };
  for (const name of graph.constants.keys()) owner.set(name, name);
  for (const name of graph.inputs) {
    owner.set(name, add(bytesOfValue(graph, name), lifetimes.get(name)!));
  }

  const planned = graph.nodes.map((node, index) => {
    const plan = planNode(prepared, graph, index);
    const shared =
      'view' in plan ? ownerOf(node, plan.view, owner) : overwritten(graph, index, plan, owner);
    node.outputs.forEach((value, position) => {
      const life = lifetimes.get(value)!;
      const home = (position === 0 ? shared : undefined) ?? add(bytesOfValue(graph, value), life);
      if (typeof home !== 'string') home.to = Math.max(home.to, life.to);
      owner.set(value, home);
    });
    if ('view' in plan) return { node, plan: undefined, scratch: [] };
    const scratch = (plan.scratch ?? []).map(({ dtype, length }) =>
      add(length * (dtype === 'float32' || dtype === 'int32' ? 4 : 1), { from: index, to: index }),
    );
    return { node, plan, scratch };
  });

  const { offsets, bytes } = planArena(storages);
  const offsetOf = new Map(storages.map((storage, index) => [storage, offsets[index]!]));
  const places = new Map<string, Place>();
  for (const [value, home] of owner) {
    places.set(
      value,
      typeof home === 'string' ? { constant: home } : { offset: offsetOf.get(home)! },
    );
  }
  const nodes = planned.map(({ node, plan, scratch }) => ({
    node,
    plan,
    scratch: scratch.map((storage) => offsetOf.get(storage)!),
  }));
  return { graph, nodes, places, bytes };
}

function planNode(prepared: PreparedGraph, graph: Graph, index: number): AnyPlan {
  const node = graph.nodes[index]!;
  return prepared.planners[index]!.plan({
    node: node.name,
    attributes: node.attributes,
    operands: operandTypes(graph.values, node) as Readonly<Record<string, ConcreteType>>,
    results: node.outputs.map((value) => typeOf(graph, value) as ConcreteType),
  });
}

function ownerOf(
  node: Node,
  operand: string,
  owner: ReadonlyMap<string, Storage | string>,
): Storage | string {
  return owner.get(node.inputs[operand] as string)!;
}

/**
 * The memory the first result takes over: of an operand the plan names, last read here, not also read
 * here through an operand that may not be overwritten.
 */
function overwritten(
  graph: Graph,
  index: number,
  plan: AnyStepPlan,
  owner: ReadonlyMap<string, Storage | string>,
): Storage | undefined {
  const node = graph.nodes[index]!;
  const allowed = plan.inPlace ?? [];
  const wanted = bytesOfValue(graph, node.outputs[0]!);
  for (const operand of allowed) {
    const value = node.inputs[operand];
    if (typeof value !== 'string') continue;
    const home = owner.get(value)!;
    if (typeof home === 'string' || home.to > index || home.bytes !== wanted) continue;
    const barred = Object.entries(node.inputs).some(
      ([other, ref]) =>
        !allowed.includes(other) && [ref].flat().some((name) => owner.get(name) === home),
    );
    if (!barred) return home;
  }
  return undefined;
}
