import {
  type Graph,
  isConcrete,
  shapeText,
  type Tensor,
  type TensorMap,
  typeOf,
} from '@separable/core';
import { UsageError } from '../errors.js';

/**
 * Standard normal numbers for the inputs of a graph, and small whole ones where the dtype is not float32.
 *
 * @throws UsageError when an input has no size
 */
export async function randomInputs(graph: Graph, seed: string): Promise<TensorMap> {
  const { booleans, draw, integers, normal, seeded } = await import('@separable/conformance');
  if (!/^\d{1,9}$/.test(seed)) throw new UsageError(`--seed ${seed}: expected a whole number`);
  const random = seeded(Number(seed));
  const inputs: Record<string, Tensor> = {};
  for (const name of graph.inputs) {
    const { dtype, shape } = typeOf(graph, name);
    if (!isConcrete(shape)) {
      throw new UsageError(`input '${name}' of shape ${shapeText(shape)} has no size`, {
        hint: `give it one, such as --shape ${name}=${shape.map((d) => (typeof d === 'number' ? d : 1)).join(',')}, or a file`,
      });
    }
    const source =
      dtype === 'float32'
        ? normal(shape)
        : dtype === 'bool'
          ? booleans(shape)
          : integers(shape, 0, 1, dtype);
    inputs[name] = draw(source, random);
  }
  return inputs;
}
