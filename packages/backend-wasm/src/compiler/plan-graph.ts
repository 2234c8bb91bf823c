import {
  bytesOfValue,
  ExecutionError,
  type Graph,
  type Lifetime,
  lifetimesOf,
  type Node,
  operandTypes,
  typeOf,
} from '@separable/core';
import { type AnyPlan, type AnyStagePlan, kernelOf } from '../kernel-table.js';
import type { ConcreteType, Instructions } from '../kernel.js';
import { planArena } from '../memory/arena.js';
import type { LinearMemory } from '../memory/linear-memory.js';
import { fuseResiduals, residualOperand } from './fuse-residuals.js';
import type { PreparedGraph } from './prepare-graph.js';

/** Nothing may be larger: addresses are signed integers of 32 bits. */
const largestTensor = 2 ** 31 - 1;

/** A node at one size with its memory laid out. */
export interface PlannedNode {
  readonly node: Node;
  /** Undefined for views: nothing is done at run time. */
  readonly plan: AnyStagePlan | undefined;
  /** Address of what lives through its stages. */
  readonly scratch: number;
}

/** A graph at one size: what to run, and where every value lies. */
export interface GraphPlan {
  /** All dimensions are numbers; residuals are fused. */
  readonly graph: Graph;
  readonly nodes: readonly PlannedNode[];
  /** Address of every value. */
  readonly addresses: ReadonlyMap<string, number>;
  /** Address of the first thread's scratch, and bytes of each thread's. */
  readonly threadScratch: { readonly address: number; readonly bytes: number };
  /** Where memory ends. */
  readonly end: number;
  /** Where the gaps behind blocks lie; none unless asked for. */
  readonly gaps: readonly number[];
}

/** Memory under one or more values that share it, one after the other or as views. */
interface Storage {
  readonly bytes: number;
  readonly from: number;
  to: number;
}

/** How plans are made and run. */
export interface PlanOptions {
  readonly instructions: Instructions;
  readonly threads: number;
  /**
   * Bytes left free behind every block, for tests that look whether they stay as they are. Blocks then
   * share no memory, so that a gap is one for the whole run.
   */
  readonly gap: number;
  /** Looks at memory around each run; only in tests. */
  readonly watch?: RunWatch;
}

/** Called around each run of a plan. */
export interface RunWatch {
  before(memory: LinearMemory, plan: GraphPlan): void;
  after(memory: LinearMemory, plan: GraphPlan): void;
}

/**
 * Plans every node and lays out memory: values share memory when they are views, when a kernel
 * overwrites an operand that nobody reads again, or when they are never alive together.
 *
 * @param bound the graph at one size
 * @throws ExecutionError when a tensor or all of them together are too large to be addressed
 */
export function planGraph(prepared: PreparedGraph, bound: Graph, options: PlanOptions): GraphPlan {
  const { graph } = fuseResiduals(bound);
  refuseLarge(bound);
  const storages: Storage[] = [];
  const owner = new Map<string, Storage | string>();
  const lifetimes = lifetimesOf(graph);
  const add = (bytes: number, { from, to }: Lifetime): Storage => {
    const always = options.gap > 0;
    const storage = {
      bytes: bytes === 0 ? 0 : bytes + options.gap,
      from: always ? -1 : from,
      to: always ? graph.nodes.length : to,
    };
    storages.push(storage);
    return storage;
  };
  for (const name of graph.constants.keys()) owner.set(name, name);
  for (const name of graph.inputs) {
    owner.set(name, add(bytesOfValue(graph, name), lifetimes.get(name)!));
  }
  const planned = graph.nodes.map((node, index) => {
    const plan = planNode(prepared, graph, node, options);
    const shared =
      'view' in plan
        ? owner.get(node.inputs[plan.view] as string)!
        : overwritten(graph, index, plan, owner, options.gap);
    node.outputs.forEach((value, position) => {
      const life = lifetimes.get(value)!;
      const home = (position === 0 ? shared : undefined) ?? add(bytesOfValue(graph, value), life);
      if (typeof home !== 'string') home.to = Math.max(home.to, life.to);
      owner.set(value, home);
    });
    if ('view' in plan) return { node, plan: undefined, scratch: undefined };
    return { node, plan, scratch: add(plan.scratch ?? 0, { from: index, to: index }) };
  });
  const perThread = Math.max(0, ...planned.map(({ plan }) => plan?.threadScratch ?? 0));
  const threadStorage = add(perThread * options.threads, { from: -1, to: graph.nodes.length });
  const { offsets, bytes } = planArena(storages);
  const gaps = storages.flatMap((storage, index) =>
    options.gap === 0 || storage.bytes === 0
      ? []
      : [prepared.end + offsets[index]! + storage.bytes - options.gap],
  );
  const addressOf = new Map(
    storages.map((storage, index) => [storage, prepared.end + offsets[index]!]),
  );
  const end = prepared.end + bytes;
  if (end > largestTensor) throw tooLarge(`graph '${graph.name}'`, end);
  const addresses = new Map<string, number>();
  for (const [value, home] of owner) {
    addresses.set(
      value,
      typeof home === 'string' ? (prepared.constants.get(home) ?? 0) : addressOf.get(home)!,
    );
  }
  const nodes = planned.map(({ node, plan, scratch }) => ({
    node,
    plan,
    scratch: scratch === undefined ? 0 : addressOf.get(scratch)!,
  }));
  const threadScratch = { address: addressOf.get(threadStorage)!, bytes: perThread };
  return { graph, nodes, addresses, threadScratch, end, gaps };
}

function planNode(
  prepared: PreparedGraph,
  graph: Graph,
  node: Node,
  { instructions, threads }: PlanOptions,
): AnyPlan {
  return kernelOf(node.op)!.plan({
    node: node.name,
    attributes: node.attributes,
    operands: operandTypes(graph.values, node) as Readonly<Record<string, ConcreteType>>,
    results: node.outputs.map((value) => typeOf(graph, value) as ConcreteType),
    isPacked: prepared.packed.has(node.name),
    instructions,
    threads,
    hasResidual: residualOperand in node.inputs,
  });
}

/**
 * The memory the first result takes over: of an operand the plan names, last read here, not also read
 * here through an operand that may not be overwritten.
 */
function overwritten(
  graph: Graph,
  index: number,
  plan: AnyStagePlan,
  owner: ReadonlyMap<string, Storage | string>,
  gap: number,
): Storage | undefined {
  const node = graph.nodes[index]!;
  const allowed = plan.inPlace ?? [];
  const size = bytesOfValue(graph, node.outputs[0]!);
  const wanted = size === 0 ? 0 : size + gap;
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

function refuseLarge(graph: Graph): void {
  for (const value of graph.values.keys()) {
    const bytes = bytesOfValue(graph, value);
    if (bytes > largestTensor) throw tooLarge(`tensor '${value}'`, bytes);
  }
}

function tooLarge(what: string, bytes: number): ExecutionError {
  return new ExecutionError(
    `${what} needs ${bytes} bytes, WebAssembly can address ${largestTensor}`,
    { hint: 'run at a smaller size or batch' },
  );
}
