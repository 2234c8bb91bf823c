import {
  type Graph,
  graphCost,
  type GraphCost,
  type Node,
  operandsOf,
  type Shape,
  typeOf,
} from '@separable/core';
import { symbolsOf } from '../model/sizes.js';
import { denseComparison, type DenseComparison } from './dense-comparison.js';

/** A value that goes in or comes out. */
export interface PortReport {
  readonly name: string;
  readonly dtype: string;
  readonly shape: Shape;
}

/** One node. Numbers that depend on a symbol are null. */
export interface LayerReport {
  readonly name: string;
  readonly op: string;
  /** Of the first result. */
  readonly shape: Shape;
  readonly parameters: number;
  readonly macs: number | null;
  readonly operations: number | null;
  readonly activationBytes: number | null;
}

/** The whole. Numbers that depend on a symbol are null. */
export interface TotalsReport {
  readonly nodes: number;
  readonly parameters: number;
  readonly weightBytes: number;
  readonly macs: number | null;
  readonly operations: number | null;
  /** The most bytes of activations alive at once. */
  readonly peakActivationBytes: number | null;
  /** The node while which that is so. */
  readonly peakNode: string | null;
}

/** What `separable inspect` knows of a model. Plain JSON. */
export interface ModelReport {
  readonly name: string;
  /** Whether passes ran before it was looked at. */
  readonly optimised: boolean;
  readonly inputs: readonly PortReport[];
  readonly outputs: readonly PortReport[];
  /** Symbols that are still without a size. */
  readonly symbols: readonly string[];
  /** How many nodes of each op, the most frequent first. */
  readonly ops: Readonly<Record<string, number>>;
  readonly layers: readonly LayerReport[];
  /** Convolutions that stand for a dense one; empty while symbols are without a size. */
  readonly dense: readonly DenseComparison[];
  readonly totals: TotalsReport;
}

/** Looks a graph over. */
export function modelReport(graph: Graph, optimised: boolean): ModelReport {
  const symbols = symbolsOf(graph);
  const cost = symbols.length === 0 ? graphCost(graph) : undefined;
  const port = (name: string, value: string): PortReport => ({ name, ...typeOnly(graph, value) });
  return {
    name: graph.name,
    optimised,
    inputs: graph.inputs.map((name) => port(name, name)),
    outputs: graph.outputs.map(({ name, value }) => port(name, value)),
    symbols,
    ops: countOps(graph),
    layers: graph.nodes.map((node, i) => layerReport(graph, node, cost?.nodes[i])),
    dense: graph.nodes.flatMap((node, i) => denseComparison(graph, node, cost?.nodes[i]) ?? []),
    totals: totals(graph, cost),
  };
}

function typeOnly(graph: Graph, value: string): Omit<PortReport, 'name'> {
  const { dtype, shape } = typeOf(graph, value);
  return { dtype, shape };
}

function countOps({ nodes }: Graph): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { op } of nodes) counts.set(op, (counts.get(op) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function layerReport(
  graph: Graph,
  node: Node,
  cost: GraphCost['nodes'][number] | undefined,
): LayerReport {
  return {
    name: node.name,
    op: node.op,
    shape: typeOf(graph, node.outputs[0]!).shape,
    parameters: parametersOf(graph, new Set(operandsOf(node))),
    macs: cost?.macs ?? null,
    operations: cost?.operations ?? null,
    activationBytes: cost?.activationBytes ?? null,
  };
}

function totals(graph: Graph, cost: GraphCost | undefined): TotalsReport {
  return {
    nodes: graph.nodes.length,
    parameters: parametersOf(graph, graph.constants.keys()),
    weightBytes: [...graph.constants.values()].reduce((sum, { data }) => sum + data.byteLength, 0),
    macs: cost?.macs ?? null,
    operations: cost?.operations ?? null,
    peakActivationBytes: cost?.peak.bytes ?? null,
    peakNode: cost?.peak.node ?? null,
  };
}

/** Numbers in those of the values that are constants. */
function parametersOf(graph: Graph, values: Iterable<string>): number {
  let count = 0;
  for (const value of values) count += graph.constants.get(value)?.data.length ?? 0;
  return count;
}
