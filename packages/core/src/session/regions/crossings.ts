import { bytesPerElement } from '../../data/dtype.js';
import { type Graph, operandsOf, typeOf } from '../../graph/graph.js';
import * as dim from '../../shape/dimension.js';
import type { Region } from './form-regions.js';

/** A value on its way from one backend to another, once however many regions read it there. */
export interface RegionCrossing {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly bytes: dim.Dim;
}

/** The values that pass between backends, in the order they are first read elsewhere. */
export function crossingsOf(graph: Graph, regions: readonly Region[]): readonly RegionCrossing[] {
  const makers = new Map<string, number>();
  const crossings = new Map<string, RegionCrossing>();
  for (const { home, nodes } of regions) {
    for (const node of nodes) {
      for (const value of operandsOf(node)) {
        const from = makers.get(value);
        if (from === undefined || from === home) continue;
        const { dtype, shape } = typeOf(graph, value);
        const bytes = dim.multiply(dim.product(shape), bytesPerElement(dtype));
        crossings.set(`${home} ${value}`, { value, from, to: home, bytes });
      }
      for (const value of node.outputs) makers.set(value, home);
    }
  }
  return [...crossings.values()];
}
