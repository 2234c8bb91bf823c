import type { TensorMap } from '../backend/contract.js';
import { type Tensor, tensor } from '../data/tensor.js';
import { InputMismatchError } from '../errors/errors.js';
import { solveSymbols } from '../graph/bind.js';
import { type Graph, typeOf } from '../graph/graph.js';
import * as dim from '../shape/dimension.js';
import { isConcrete, shapeText } from '../shape/shape.js';

/** Concrete shapes by the name of an input. */
export type InputShapes = Readonly<Record<string, readonly number[]>>;

/**
 * Inputs to warm an engine up or to measure it: numbers between 0 and 1 for float32, zeros, which
 * are valid indices, for the rest. An open first extent counts as 1.
 *
 * @throws InputMismatchError when another extent is open and `shapes` does not give it
 */
export function sampleInputs(graph: Graph, shapes: InputShapes = {}): TensorMap {
  const sizes = new Map(solveSymbols(graph, shapes));
  for (const name of graph.inputs) {
    const first = typeOf(graph, name).shape[0];
    if (typeof first === 'string' && !sizes.has(first)) sizes.set(first, 1);
  }
  return Object.fromEntries(graph.inputs.map((name) => [name, sampleOf(graph, name, sizes)]));
}

function sampleOf(graph: Graph, name: string, sizes: dim.Bindings): Tensor {
  const { dtype, shape } = typeOf(graph, name);
  const bound = shape.map((extent) => dim.bind(extent, sizes));
  if (!isConcrete(bound)) {
    throw new InputMismatchError(
      `a sample of input '${name}' needs a size: its shape is ${shapeText(shape)}`,
      { hint: `give its shape, for instance { ${name}: [${shape.map(() => 1).join(', ')}] }` },
    );
  }
  const sample = tensor(dtype, bound);
  if (dtype === 'float32') sample.data.forEach((_, i) => (sample.data[i] = (i % 17) / 17));
  return sample;
}
