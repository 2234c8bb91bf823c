import type { Backend, Executable } from '../backend/contract.js';
import type { Graph, Node } from '../graph/graph.js';
import type { Dim } from '../shape/dimension.js';

/** Where one node runs. */
export interface NodePlacement {
  readonly node: string;
  readonly op: string;
  readonly backend: string;
  readonly device: string;
  /** The backend's name for what computes it. */
  readonly kernel: string;
  /** `decomposed` when the node stands for part of a node the backend lacks; see `origin`. */
  readonly mode: 'native' | 'decomposed' | 'fallback';
  /** The node of the caller's graph this one is part of, when it was decomposed. */
  readonly origin?: { readonly node: string; readonly op: string };
  /** Why a node that fell back is not on the first backend. */
  readonly reason?: string;
}

/** A value that passes from one backend to another. */
export interface Crossing {
  readonly value: string;
  readonly from: string;
  readonly to: string;
  /** A number, or an expression over the graph's symbols where its size is open. */
  readonly bytes: Dim;
}

/** The receipt: what runs where. Plain data that survives JSON. */
export interface Placement {
  readonly nodes: readonly NodePlacement[];
  readonly crossings: readonly Crossing[];
}

/** The receipt of a graph that runs whole on one backend. */
export function placeOn(
  backend: Backend,
  executable: Executable,
  graph: Graph,
  origins: ReadonlyMap<string, Node>,
): Placement {
  const nodes = graph.nodes.map((node): NodePlacement => {
    const origin = origins.get(node.name);
    return {
      node: node.name,
      op: node.op,
      backend: backend.name,
      device: backend.device,
      kernel: executable.kernels.get(node.name) ?? node.op,
      mode: origin === undefined ? 'native' : 'decomposed',
      ...(origin && { origin: { node: origin.name, op: origin.op } }),
    };
  });
  return { nodes, crossings: [] };
}

/** How many nodes run in each mode; a decomposed node counts once, however many parts it has. */
export function countModes(placement: Placement): Readonly<Record<NodePlacement['mode'], number>> {
  const names = {
    native: new Set<string>(),
    decomposed: new Set<string>(),
    fallback: new Set<string>(),
  };
  for (const { mode, node, origin } of placement.nodes) names[mode].add(origin?.node ?? node);
  const { native, decomposed, fallback } = names;
  return { native: native.size, decomposed: decomposed.size, fallback: fallback.size };
}

/** The receipt as a table, one node a line, with reasons, crossings and devices below. */
export function printPlacement({ nodes, crossings }: Placement): string {
  const header = ['node', 'op', 'backend', 'kernel', 'mode', 'part of'];
  const rows = nodes.map(({ node, op, backend, kernel, mode, origin }) => [
    node,
    op,
    backend,
    kernel,
    mode,
    origin === undefined ? '' : `${origin.node} (${origin.op})`,
  ]);
  const below = [
    ...new Set(nodes.map(({ backend, device }) => `backend ${backend}: ${device}`)),
    ...nodes.flatMap(({ node, reason }) => (reason === undefined ? [] : [`${node}: ${reason}`])),
    ...crossings.map(
      ({ value, from, to, bytes }) => `crossing ${value}: ${from} to ${to}, ${bytes} bytes`,
    ),
  ];
  return [...alignColumns([header, ...rows]), ...below].join('\n');
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
}
