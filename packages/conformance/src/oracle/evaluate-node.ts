import { graphBuilder, type Tensor, type Value } from '@separable/core';
import { evaluateGraph } from './evaluate.js';
import type { Exact } from './exact.js';

/** The oracle's results of one node over tensors; attributes may be left out as in the builder. */
export function evaluateNode(
  op: string,
  operands: Readonly<Record<string, Tensor | readonly Tensor[]>>,
  attributes: Readonly<Record<string, unknown>> = {},
): readonly Exact[] {
  const g = graphBuilder(op);
  const inputs: Record<string, Tensor> = {};
  const input = (name: string, given: Tensor): Value => {
    inputs[name] = given;
    return g.input(name, given.dtype, given.shape);
  };
  const values: Record<string, Value | readonly Value[]> = {};
  for (const [name, given] of Object.entries(operands)) {
    values[name] =
      'dtype' in given ? input(name, given) : given.map((each, i) => input(`${name}${i}`, each));
  }
  g.apply(op, values, attributes).forEach((value, i) => g.output(String(i), value));
  return Object.values(evaluateGraph(g.build(), inputs).outputs);
}
