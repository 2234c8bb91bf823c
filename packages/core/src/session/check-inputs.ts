import { sizeOf, type Tensor } from '../data/tensor.js';
import { dtypes, holds } from '../data/dtype.js';
import { InputMismatchError } from '../errors/errors.js';
import { solveSymbols } from '../graph/bind.js';
import { type Graph, typeOf } from '../graph/graph.js';
import { typeText } from '../op/value-type.js';
import { shapeText } from '../shape/shape.js';

/**
 * Checks names, dtypes, lengths and shapes of the tensors for a run, in memory or on a device, and
 * reports all that is wrong at once.
 *
 * @throws InputMismatchError
 */
export function checkInputs(graph: Graph, inputs: Readonly<Record<string, unknown>>): void {
  const expected = new Set(graph.inputs);
  const problems = [
    ...graph.inputs
      .filter((name) => !Object.hasOwn(inputs, name))
      .map((name) => missing(graph, name)),
    ...Object.keys(inputs)
      .filter((name) => !expected.has(name))
      .map((name) => `there is no input '${name}'`),
    ...graph.inputs.flatMap((name) => misfit(graph, name, inputs[name])),
  ];
  if (problems.length > 0) {
    throw new InputMismatchError(`graph '${graph.name}' got wrong inputs: ${problems.join('; ')}`, {
      hint: `it takes ${graph.inputs.map((name) => `'${name}' ${typeText(typeOf(graph, name))}`).join(', ')}`,
    });
  }
  const shapes = graph.inputs.map((name) => [name, (inputs[name] as Tensor).shape] as const);
  solveSymbols(graph, Object.fromEntries(shapes));
}

function missing(graph: Graph, name: string): string {
  return `'${name}' ${typeText(typeOf(graph, name))} is missing`;
}

function misfit(graph: Graph, name: string, given: unknown): readonly string[] {
  if (given === undefined) return [];
  const { dtype: wanted } = typeOf(graph, name);
  const { dtype, shape, data } = (given ?? {}) as Partial<Tensor>;
  if (dtype === undefined || !dtypes.includes(dtype) || !Array.isArray(shape)) {
    return [`'${name}' needs a tensor { dtype, shape, data }`];
  }
  if (dtype !== wanted) return [`'${name}' needs ${wanted}, got ${dtype}`];
  if ('read' in (given as object)) return [];
  if (!holds(dtype, data)) return [`'${name}' of dtype ${dtype} holds ${data?.constructor.name}`];
  if (data?.length !== sizeOf(shape)) {
    return [`'${name}' of shape ${shapeText(shape)} holds ${data?.length} elements`];
  }
  return [];
}
