import { sizeOf, type TensorData, typeOf, viewOf, allocate } from '@separable/core';
import type { Step } from '../kernel.js';
import type { GraphPlan } from './plan-graph.js';
import type { PreparedGraph } from './prepare-graph.js';

/** A plan with its memory: ready to run again and again. */
export interface BoundPlan {
  /** The memory it was bound to. */
  readonly buffer: ArrayBuffer;
  /** In the order of the nodes; undefined for views. */
  readonly steps: readonly (Step | undefined)[];
  /** Arrays of the graph's inputs, to be filled before the steps run, and of its outputs, by value. */
  readonly arrays: ReadonlyMap<string, TensorData>;
}

/** Hands every kernel its arrays, as views of `buffer`. */
export function bindPlan(prepared: PreparedGraph, plan: GraphPlan, buffer: ArrayBuffer): BoundPlan {
  const { graph, places } = plan;
  const arrays = new Map<string, TensorData>();
  const arrayOf = (value: string): TensorData => {
    const known = arrays.get(value);
    if (known !== undefined) return known;
    const { dtype, shape } = typeOf(graph, value);
    const place = places.get(value)!;
    const array =
      'constant' in place
        ? (prepared.constants.get(place.constant) ?? allocate(dtype, 0))
        : viewOf(dtype, buffer, place.offset, sizeOf(shape as readonly number[]));
    arrays.set(value, array);
    return array;
  };
  for (const input of graph.inputs) arrayOf(input);
  const steps = plan.nodes.map(({ node, plan: nodePlan, scratch }, index) => {
    if (nodePlan === undefined) return undefined;
    const operands: Record<string, TensorData | readonly TensorData[]> = {};
    for (const [operand, ref] of Object.entries(node.inputs)) {
      if (typeof ref !== 'string') operands[operand] = ref.map(arrayOf);
      else if (!prepared.packed[index]!.has(operand)) operands[operand] = arrayOf(ref);
      else operands[operand] = allocate(typeOf(graph, ref).dtype, 0);
    }
    return nodePlan.bind({
      operands,
      results: node.outputs.map(arrayOf),
      scratch: scratch.map((offset, i) => {
        const { dtype, length } = nodePlan.scratch![i]!;
        return viewOf(dtype, buffer, offset, length);
      }),
    });
  });
  for (const { value } of graph.outputs) arrayOf(value);
  return { buffer, steps, arrays };
}
