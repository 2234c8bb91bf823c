import { type DType, dtypes } from '../data/dtype.js';
import type { Tensor } from '../data/tensor.js';
import { ImportError, GraphError } from '../errors/errors.js';
import type { AttributeValue } from '../op/attribute.js';
import { completeAttributes } from '../op/complete-attributes.js';
import type { ValueType } from '../op/definition.js';
import { definitionOf } from '../op/table.js';
import * as dim from '../shape/dimension.js';
import { bindSymbols } from './bind.js';
import { type Graph, type Node, operandsOf, typeOf } from './graph.js';
import { verifyGraph } from './verify.js';

const format = 'separable-graph';
const version = 1;

/** The graph without its constants' numbers, as JSON text. */
export function graphToJson(graph: Graph): string {
  const inputs = graph.inputs.map((name) => ({ name, ...typeOf(graph, name) }));
  const constants = [...graph.constants.keys()];
  const { name, nodes, outputs } = graph;
  return JSON.stringify(
    { format, version, name, inputs, constants, nodes, outputs },
    (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
    1,
  );
}

/**
 * The graph that {@link graphToJson} wrote; types of results are inferred again.
 *
 * @throws ImportError when the text is not such a graph; GraphError when the graph does not verify
 */
export function graphFromJson(text: string, tensors: ReadonlyMap<string, Tensor>): Graph {
  const { name, inputs, constants, nodes, outputs } = readJson(text);
  const stored = new Map<string, Tensor>();
  for (const constant of constants) {
    const tensor = tensors.get(constant);
    if (tensor === undefined)
      throw new ImportError(`graph: there are no weights for '${constant}'`);
    stored.set(constant, tensor);
  }
  const values = new Map<string, ValueType>(
    inputs.map(({ name: input, ...type }) => [input, type]),
  );
  const raw: Graph = {
    name,
    inputs: inputs.map((input) => input.name),
    constants: stored,
    nodes: nodes.map(readNode),
    outputs,
    values,
  };
  checkOrder(raw);
  return verifyGraph(bindSymbols(raw, new Map()));
}

interface GraphJson {
  readonly name: string;
  readonly inputs: readonly (ValueType & { readonly name: string })[];
  readonly constants: readonly string[];
  readonly nodes: readonly Node[];
  readonly outputs: Graph['outputs'];
}

function readJson(text: string): GraphJson {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ImportError('graph: the text is not JSON', { cause });
  }
  const graph = (json ?? {}) as Record<string, unknown>;
  if (graph['format'] !== format || graph['version'] !== version) {
    throw new ImportError(
      `graph: expected format ${format} version ${version}, got ${String(graph['format'])} ${String(graph['version'])}`,
    );
  }
  const { name, inputs, constants, nodes, outputs } = graph;
  const isRecord = (v: unknown): v is Record<string, unknown> =>
    typeof v === 'object' && v !== null;
  const listOf = (v: unknown, check: (entry: Record<string, unknown>) => boolean): boolean =>
    Array.isArray(v) && v.every((entry) => isRecord(entry) && check(entry));
  const sound =
    typeof name === 'string' &&
    isNames(constants) &&
    listOf(inputs, (i) => typeof i['name'] === 'string' && isType(i)) &&
    listOf(outputs, (o) => typeof o['name'] === 'string' && typeof o['value'] === 'string') &&
    listOf(nodes, (n) => isNode(n));
  if (!sound) throw new ImportError('graph: the JSON does not have the members of a graph');
  return { name, inputs, constants, nodes, outputs } as unknown as GraphJson;
}

function isNames(v: unknown): v is readonly string[] {
  return Array.isArray(v) && v.every((name) => typeof name === 'string');
}

function isType(v: Record<string, unknown>): boolean {
  const { dtype, shape } = v;
  return (
    dtypes.includes(dtype as DType) &&
    Array.isArray(shape) &&
    shape.every(
      (d: unknown) => typeof d === 'number' || (typeof d === 'string' && dim.normalise(d) === d),
    )
  );
}

function isNode(v: Record<string, unknown>): boolean {
  const { name, op, inputs, outputs, attributes } = v;
  return (
    typeof name === 'string' &&
    typeof op === 'string' &&
    isNames(outputs) &&
    typeof inputs === 'object' &&
    inputs !== null &&
    Object.values(inputs).every((ref) => typeof ref === 'string' || isNames(ref)) &&
    typeof attributes === 'object' &&
    attributes !== null
  );
}

/** Attributes are read again, which puts back what JSON cannot say and rejects what the op does not know. */
function readNode({ name, op, inputs, outputs, attributes }: Node): Node {
  const complete: Readonly<Record<string, AttributeValue>> = completeAttributes(
    definitionOf(op),
    attributes,
  );
  return { name, op, inputs, outputs, attributes: complete };
}

/** Inference follows the order of the nodes, so it must hold before types are inferred. */
function checkOrder(graph: Graph): void {
  const made = new Set([...graph.inputs, ...graph.constants.keys()]);
  for (const node of graph.nodes) {
    const early = operandsOf(node).find((value) => !made.has(value));
    if (early !== undefined) {
      throw new GraphError(
        `node '${node.name}' (${node.op}) reads '${early}' before anything makes it`,
      );
    }
    for (const name of node.outputs) made.add(name);
  }
}
