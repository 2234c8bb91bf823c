import {
  bindGraph,
  checkInputs,
  type Graph,
  type Node,
  type TensorMap,
  typeOf,
} from '@separable/core';
import { type Policy, tolerancePolicy } from '../tolerance/policy.js';
import { type Exact, exactOf, settle } from './exact.js';
import { oracleOf } from './table.js';

/** Exact results of a graph: of its outputs by their names, and of every value inside. */
export interface Evaluation {
  readonly outputs: Readonly<Record<string, Exact>>;
  readonly values: ReadonlyMap<string, Exact>;
}

/**
 * Evaluates a whole graph in float64, errors travelling from node to node.
 *
 * Each result's dtype and shape are held against the op table's inference: the oracle works them out
 * for itself, so the two are witnesses of each other.
 *
 * @throws InputMismatchError when the inputs do not fit the graph
 * @throws RangeError when the oracle lacks an op or disagrees with the op table about a shape
 * @example
 * ```ts
 * import { graphBuilder, tensor } from '@separable/core';
 * import { evaluateGraph } from '@separable/conformance';
 * const g = graphBuilder('g');
 * g.output('y', g.relu({ x: g.input('x', 'float32', ['n']) }));
 * const { outputs } = evaluateGraph(g.build(), { x: tensor('float32', [2], [-1, 2]) });
 * console.log(outputs['y']?.value); // Float64Array [0, 2]
 * ```
 */
export function evaluateGraph(
  graph: Graph,
  inputs: TensorMap,
  policy: Policy = tolerancePolicy('cpu'),
): Evaluation {
  checkInputs(graph, inputs);
  const shapes = Object.fromEntries(
    Object.entries(inputs).map(([name, { shape }]) => [name, shape]),
  );
  const bound = bindGraph(graph, shapes);
  const values = new Map<string, Exact>();
  for (const [name, constant] of bound.constants) values.set(name, exactOf(constant, policy));
  for (const name of bound.inputs) values.set(name, exactOf(inputs[name]!, policy));
  for (const node of bound.nodes) evaluateNode(bound, node, values, policy);
  const outputs = Object.fromEntries(
    bound.outputs.map(({ name, value }) => [name, values.get(value)!]),
  );
  return { outputs, values };
}

function evaluateNode(graph: Graph, node: Node, values: Map<string, Exact>, policy: Policy): void {
  const oracle = oracleOf(node.op);
  if (oracle === undefined) throw new RangeError(`the oracle does not know the op '${node.op}'`);
  const operands: Record<string, Exact | readonly Exact[]> = {};
  for (const [operand, ref] of Object.entries(node.inputs)) {
    operands[operand] =
      typeof ref === 'string' ? values.get(ref)! : ref.map((name) => values.get(name)!);
  }
  const results = oracle({ operands, attributes: node.attributes, policy });
  node.outputs.forEach((name, i) => {
    const result = results[i];
    const { dtype, shape } = typeOf(graph, name);
    if (result === undefined || result.dtype !== dtype || result.shape.join() !== shape.join()) {
      throw new RangeError(
        `node '${node.name}' (${node.op}): the op table infers ${dtype} [${shape.join(', ')}], the oracle ${
          result === undefined
            ? 'gives no such result'
            : `${result.dtype} [${result.shape.join(', ')}]`
        }`,
      );
    }
    values.set(name, settle(result));
  });
}
