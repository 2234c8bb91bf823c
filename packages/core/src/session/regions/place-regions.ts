import type { Backend } from '../../backend/contract.js';
import type { Node } from '../../graph/graph.js';
import type { NodePlacement, Placement } from '../placement.js';
import type { Homes } from './assign-homes.js';
import { crossingsOf } from './crossings.js';
import type { Region } from './form-regions.js';
import type { RegionStep } from './region-executable.js';
import type { RegionWorth } from './region-worth.js';

/** The receipt of a graph spread over regions; what is not on the first backend has fallen back. */
export function placeRegions(
  { graph, origins, reasons }: Homes,
  regions: readonly Region[],
  steps: readonly RegionStep[],
  moved: ReadonlyMap<Node, RegionWorth>,
  backends: readonly Backend[],
): Placement {
  const why = new Map(reasons);
  for (const [{ name }, worth] of moved) why.set(name, `not worth its copies: ${worthText(worth)}`);
  const nodes = steps.flatMap(({ home, region }) =>
    region.placement.nodes.map((placed): NodePlacement => {
      const whole = placed.origin?.node ?? placed.node;
      const origin = origins.get(whole);
      const traced = origin
        ? { ...placed, mode: 'decomposed' as const, origin: { node: origin.name, op: origin.op } }
        : placed;
      const reason = why.get(whole);
      if (home === 0) return traced;
      return { ...traced, mode: 'fallback', ...(reason !== undefined && { reason }) };
    }),
  );
  const crossings = crossingsOf(graph, regions).map(({ value, from, to, bytes }) => ({
    value,
    from: backends[from]!.name,
    to: backends[to]!.name,
    bytes,
  }));
  return { nodes, crossings };
}

function worthText({ operations, crossings, bytes }: RegionWorth): string {
  const copies = crossings === 1 ? 'a crossing' : `${crossings} crossings`;
  return `${operations} operations against ${copies} of ${bytes} bytes`;
}
