import {
  type Backend,
  type BackendProvider,
  bindGraph,
  type Graph,
  legalise,
  type Node,
  type Tensor,
  tensorEquals,
  type TensorMap,
} from '@separable/core';
import { coordinatesOf, errorOf } from '../compare/compare-tensor.js';
import { evaluateGraph } from '../oracle/evaluate.js';
import type { Exact } from '../oracle/exact.js';
import { type Policy, tolerancePolicy } from '../tolerance/policy.js';

/** One backend's result where two part. */
export interface Departure {
  readonly backend: string;
  readonly got: number;
  /** The exact result for the operands this backend gave the node, so that earlier errors do not count. */
  readonly exact: number;
  /** `|got − exact|`; infinite between classes. */
  readonly error: number;
  readonly bound: number;
}

/** The node at which two backends part. */
export interface Divergence {
  readonly node: string;
  readonly op: string;
  /** The result of the node that parts, and the first place in it. */
  readonly value: string;
  readonly coordinates: readonly number[];
  /** Elements that differ and are out of bounds on one side or both. */
  readonly elements: number;
  /** The two backends in the order given; the one at fault has an error above its bound. */
  readonly departures: readonly [Departure, Departure];
  /** What the backend at fault was given for the operands that are not constants. */
  readonly operands: TensorMap;
}

/**
 * Names the first node, in the order of the graph, whose results part: the two backends differ and one
 * of them is further from the exact result than its bound.
 *
 * Both run the graph with every value handed out, so a fusion across nodes that a backend does while
 * compiling is taken apart.
 *
 * @param onNode called before each node is looked at
 * @returns undefined when all values that differ are within the bounds of both
 * @throws UnsupportedOpError when one of the backends lacks an op
 * @throws BackendUnavailableError when one of the engines is not there
 * @example
 * ```ts
 * import { buildChain, drawChain, firstDivergence, seeded } from '@separable/conformance';
 * import { mutants, referenceProvider } from '@separable/conformance/self-test';
 * const { graph, inputs } = buildChain(drawChain(seeded(4), 4));
 * const wrong = referenceProvider({ name: 'wrong', ...mutants[0]?.options });
 * const found = await firstDivergence(graph, inputs, referenceProvider(), wrong);
 * console.log(found?.node);
 * ```
 */
export async function firstDivergence(
  graph: Graph,
  inputs: TensorMap,
  a: BackendProvider,
  b: BackendProvider,
  policy: Policy = tolerancePolicy('cpu'),
  onNode?: (node: Node) => void,
): Promise<Divergence | undefined> {
  await using left = await a.create();
  await using right = await b.create();
  return await divergenceBetween(graph, inputs, left, right, policy, onNode);
}

/** {@link firstDivergence} between engines that are there already. */
export async function divergenceBetween(
  graph: Graph,
  inputs: TensorMap,
  a: Backend,
  b: Backend,
  policy: Policy,
  onNode?: (node: Node) => void,
): Promise<Divergence | undefined> {
  const shapes = Object.fromEntries(
    Object.entries(inputs).map(([name, { shape }]) => [name, shape]),
  );
  const bound = bindGraph(graph, shapes);
  const values = bound.nodes.flatMap(({ outputs }) => outputs);
  const open = { ...bound, outputs: values.map((value) => ({ name: value, value })) };
  const left = { ...inputs, ...(await runOn(a, open, inputs)) };
  const right = { ...inputs, ...(await runOn(b, open, inputs)) };
  for (const node of bound.nodes) {
    onNode?.(node);
    // The oracle is slow; where both say the same there is nothing to ask.
    if (agree(node.outputs, left, right)) continue;
    const exactLeft = exactResults(bound, node, left, policy);
    const exactRight = agree(operandsOf(bound, node), left, right)
      ? exactLeft
      : exactResults(bound, node, right, policy);
    for (const value of node.outputs) {
      const x = { tensor: left[value]!, exact: exactLeft[value]! };
      const y = { tensor: right[value]!, exact: exactRight[value]! };
      const found = parting(x, y);
      if (found === undefined) continue;
      const coordinates = coordinatesOf(found.first, x.tensor.shape);
      const departures = [
        departure(a.name, x, found.first),
        departure(b.name, y, found.first),
      ] as const;
      const atFault = departures[0].error <= departures[0].bound ? right : left;
      return {
        node: node.name,
        op: node.op,
        value,
        coordinates,
        elements: found.elements,
        departures,
        operands: pick(atFault, operandsOf(bound, node)),
      };
    }
  }
  return undefined;
}

function agree(values: readonly string[], left: TensorMap, right: TensorMap): boolean {
  return values.every((value) => tensorEquals(left[value]!, right[value]!));
}

/** The values a node reads that are not constants. */
function operandsOf(graph: Graph, node: Node): readonly string[] {
  const read = [...new Set(Object.values(node.inputs).flat())];
  return read.filter((name) => !graph.constants.has(name));
}

function pick(values: TensorMap, names: readonly string[]): TensorMap {
  return Object.fromEntries(names.map((name) => [name, values[name]!]));
}

async function runOn(backend: Backend, graph: Graph, inputs: TensorMap): Promise<TensorMap> {
  await using executable = await backend.compile(legalise(graph, backend).graph);
  return await executable.run(inputs);
}

/** The exact results of one node for operands as they came out of an engine. */
function exactResults(
  graph: Graph,
  node: Node,
  known: TensorMap,
  policy: Policy,
): Readonly<Record<string, Exact>> {
  const alone = nodeAlone(graph, node);
  return evaluateGraph(alone, pick(known, alone.inputs), policy).outputs;
}

/** A node as a graph: what it reads that is not constant is an input, all its results are outputs. */
export function nodeAlone(graph: Graph, node: Node): Graph {
  const outputs = node.outputs.map((value) => ({ name: value, value }));
  return { ...graph, inputs: operandsOf(graph, node), nodes: [node], outputs };
}

interface Side {
  readonly tensor: Tensor;
  readonly exact: Exact;
}

function parting(
  x: Side,
  y: Side,
): { readonly first: number; readonly elements: number } | undefined {
  let [first, elements] = [-1, 0];
  for (let i = 0; i < x.tensor.data.length; i++) {
    if (Object.is(x.tensor.data[i], y.tensor.data[i]) || (isRight(x, i) && isRight(y, i))) continue;
    if (first < 0) first = i;
    elements++;
  }
  return first < 0 ? undefined : { first, elements };
}

function isRight({ tensor, exact }: Side, i: number): boolean {
  return errorOf(tensor.data[i]!, exact.value[i]!) <= exact.error[i]!;
}

function departure(backend: string, { tensor, exact }: Side, i: number): Departure {
  const [got, wanted] = [tensor.data[i]!, exact.value[i]!];
  return { backend, got, exact: wanted, error: errorOf(got, wanted), bound: exact.error[i]! };
}
