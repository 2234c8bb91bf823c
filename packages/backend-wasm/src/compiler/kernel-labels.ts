import type { PreparedGraph } from './prepare-graph.js';

/** For each node the kernel that runs it: its op, or the node that took it in. */
export function kernelLabels({ types, absorbed }: PreparedGraph): ReadonlyMap<string, string> {
  return new Map(
    types.nodes.map(({ name, op }) => {
      const maker = absorbed.get(name);
      return [name, maker === undefined ? op : `in ${maker}`];
    }),
  );
}
