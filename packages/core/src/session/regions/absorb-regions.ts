import { nodeCost } from '../../cost/graph-cost.js';
import { type Graph, type Node, typeOf } from '../../graph/graph.js';
import * as dim from '../../shape/dimension.js';
import { isConcrete } from '../../shape/shape.js';
import { crossingsOf } from './crossings.js';
import { formRegions, type Region } from './form-regions.js';
import { nominalExtent, type RegionWorth } from './region-worth.js';

/** Regions, and why nodes that could run at home do not. */
export interface SettledRegions {
  readonly regions: readonly Region[];
  readonly moved: ReadonlyMap<Node, RegionWorth>;
}

/**
 * Forms regions on the first backend able to run each node, then lets those that are not worth their
 * copies join a neighbour that can run them, the smallest first, as long as there are fewer regions for
 * it.
 */
export function absorbRegions(
  graph: Graph,
  able: ReadonlyMap<Node, readonly number[]>,
  isWorth: (worth: RegionWorth) => boolean,
): SettledRegions {
  const nominal = atNominalSize(graph);
  const work = new Map(graph.nodes.map((node) => [node, operationsOf(nominal, node)]));
  const workOf = ({ nodes }: Region): number =>
    nodes.reduce((sum, node) => sum + work.get(node)!, 0);
  const moved = new Map<Node, RegionWorth>();
  let homes = new Map([...able].map(([node, [first]]) => [node, first!]));
  let regions = formRegions(graph, homes);

  const joined = (region: Region): boolean => {
    for (const home of neighboursOf(region, regions, able)) {
      const tried = new Map([...homes, ...region.nodes.map((node) => [node, home] as const)]);
      const fewer = formRegions(graph, tried);
      if (fewer.length >= regions.length) continue;
      const [before, after] = [traffic(nominal, regions), traffic(nominal, fewer)];
      const worth = {
        operations: workOf(region),
        crossings: before.crossings - after.crossings,
        bytes: before.bytes - after.bytes,
      };
      if (isWorth(worth)) continue;
      for (const node of region.nodes) moved.set(node, worth);
      [homes, regions] = [tried, fewer];
      return true;
    }
    return false;
  };
  while (regions.toSorted((a, b) => workOf(a) - workOf(b)).some(joined));
  return { regions, moved };
}

/** Other homes, next to the region in the order of running, that can run all of it. */
function neighboursOf(
  region: Region,
  regions: readonly Region[],
  able: ReadonlyMap<Node, readonly number[]>,
): readonly number[] {
  const at = regions.indexOf(region);
  const homes = [regions[at - 1], regions[at + 1]].flatMap((next) => next?.home ?? []);
  return [...new Set(homes)].filter((home) =>
    region.nodes.every((node) => able.get(node)!.includes(home)),
  );
}

function traffic(graph: Graph, regions: readonly Region[]): Omit<RegionWorth, 'operations'> {
  const crossings = crossingsOf(graph, regions);
  const bytes = crossings.reduce((sum, crossing) => sum + (crossing.bytes as number), 0);
  return { crossings: crossings.length, bytes };
}

/** The graph with a number for every extent; nothing is inferred again, so any sizes will do. */
function atNominalSize(graph: Graph): Graph {
  const leading = graph.inputs.map((name) => typeOf(graph, name).shape[0]);
  const sizeOf = (symbol: string): [string, number] => [
    symbol,
    leading.includes(symbol) ? 1 : nominalExtent,
  ];
  const values = [...graph.values].map(([name, type]) => {
    if (isConcrete(type.shape)) return [name, type] as const;
    const bind = (extent: dim.Dim): dim.Dim =>
      dim.bind(extent, new Map(dim.symbolsOf(extent).map(sizeOf)));
    return [name, { ...type, shape: type.shape.map(bind) }] as const;
  });
  return { ...graph, values: new Map(values) };
}

function operationsOf(graph: Graph, node: Node): number {
  const { macs, operations } = nodeCost(graph, node);
  return 2 * macs + operations;
}
