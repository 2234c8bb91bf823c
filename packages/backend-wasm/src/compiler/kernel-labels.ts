import { bindGraph, isConcrete, typeOf } from '@separable/core';
import { type GraphPlan, type PlanOptions, planGraph } from './plan-graph.js';
import type { PreparedGraph } from './prepare-graph.js';

/**
 * For each node the kernel that runs it: as planned where the graph has one size, else the op; and for
 * one that fusion took in, the node that does its work.
 */
export function kernelLabels(
  prepared: PreparedGraph,
  options: PlanOptions,
): ReadonlyMap<string, string> {
  const { types, absorbed } = prepared;
  const labels = new Map(types.nodes.map(({ name, op }) => [name, op]));
  for (const { node, plan } of planOfOnlySize(prepared, options)?.nodes ?? []) {
    labels.set(node.name, plan?.label ?? 'view');
  }
  for (const [sum, maker] of absorbed) labels.set(sum, `in ${maker}`);
  return labels;
}

function planOfOnlySize(prepared: PreparedGraph, options: PlanOptions): GraphPlan | undefined {
  const { types } = prepared;
  const shapes = types.inputs.map((name) => [name, typeOf(types, name).shape] as const);
  if (!shapes.every(([, shape]) => isConcrete(shape))) return undefined;
  try {
    return planGraph(prepared, bindGraph(types, Object.fromEntries(shapes) as never), options);
  } catch {
    return undefined; // Sizes that do not fit are refused when they are run.
  }
}
