import { type AttributeValue, graphBuilder, type Tensor } from '@separable/core';
import { bindPlan } from '../run/bind-plan.js';
import { planGraph } from '../run/plan-graph.js';
import { prepareGraph } from '../run/prepare-graph.js';

type Given = Readonly<Record<string, Tensor | readonly Tensor[] | undefined>>;

/**
 * Runs one op through its kernel, for tests. The arena starts out full of NaN, so an element that a
 * kernel forgets to write shows.
 *
 * @param constants operands to pass as constants of the graph instead of inputs
 * @returns the results in the op's order
 */
export async function runKernel(
  op: string,
  operands: Given,
  attributes: Readonly<Record<string, unknown>> = {},
  constants: readonly string[] = [],
): Promise<readonly Tensor[]> {
  const g = graphBuilder('kernel-under-test');
  const inputs = new Map<string, Tensor>();
  const declare = (name: string, operand: string, given: Tensor) => {
    if (constants.includes(operand)) return g.constant(name, given);
    inputs.set(name, given);
    return g.input(name, given.dtype, given.shape);
  };
  const values = Object.entries(operands).map(([operand, given]) => {
    if (given === undefined) return [operand, undefined] as const;
    if ('dtype' in given) return [operand, declare(operand, operand, given)] as const;
    return [operand, given.map((one, i) => declare(`${operand}${i}`, operand, one))] as const;
  });
  const results = g.apply(
    op,
    Object.fromEntries(values),
    attributes as Record<string, AttributeValue>,
  );
  results.forEach((value, i) => g.output(`y${i}`, value));
  const prepared = await prepareGraph(g.build());
  const plan = planGraph(prepared, prepared.types);
  const buffer = new ArrayBuffer(plan.bytes);
  new Uint8Array(buffer).fill(0xff);
  const { steps, arrays } = bindPlan(prepared, plan, buffer);
  for (const [name, { data }] of inputs) arrays.get(name)!.set(data);
  for (const step of steps) step?.();
  return results.map(
    ({ name, dtype, shape }) => ({ dtype, shape, data: arrays.get(name)!.slice() }) as Tensor,
  );
}
