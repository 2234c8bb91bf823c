import { type DType, dtypes } from '../data/dtype.js';
import type { Tensor } from '../data/tensor.js';
import { described } from '../errors/described.js';
import { ImportError, GraphError } from '../errors/errors.js';
import { keepInfinity } from '../op/attribute-text.js';
import { completeAttributes } from '../op/complete-attributes.js';
import type { ValueType } from '../op/definition.js';
import { definitionOf } from '../op/table.js';
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
    keepInfinity,
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
  const raw: Graph = {
    name,
    inputs: inputs.map((input) => input.name),
    constants: stored,
    nodes: nodes.map(readNode),
    outputs: outputs.map((output) => ({ name: output.name, value: output.value })),
    values: new Map(inputs.map(({ name: input, ...type }) => [input, type])),
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
      `graph: expected format ${format} version ${version}, got ${described(graph['format'])} ${described(graph['version'])}`,
    );
  }
  const { name, inputs, constants, nodes, outputs } = graph;
  const sound = {
    name: typeof name === 'string',
    inputs: isListOf(inputs, isInput),
    constants: isNames(constants),
    nodes: isListOf(nodes, isNode),
    outputs: isListOf(outputs, (o) => isNames([o['name'], o['value']])),
  };
  const broken = Object.entries(sound).filter(([, fine]) => !fine);
  if (broken.length > 0) {
    const members = broken.map(([member]) => `'${member}'`).join(', ');
    throw new ImportError(`graph: the JSON does not hold what it should under ${members}`);
  }
  return { name, inputs, constants, nodes, outputs } as unknown as GraphJson;
}

function isRecord(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null;
}

function isListOf(v: unknown, check: (entry: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(v) && v.every((entry) => isRecord(entry) && check(entry));
}

function isNames(v: unknown): v is readonly string[] {
  return Array.isArray(v) && v.every((name) => typeof name === 'string');
}

/** Extents are checked by the verifier. */
function isInput({ name, dtype, shape }: Record<string, unknown>): boolean {
  const isDim = (d: unknown): boolean => typeof d === 'number' || typeof d === 'string';
  return (
    typeof name === 'string' &&
    dtypes.includes(dtype as DType) &&
    Array.isArray(shape) &&
    shape.every(isDim)
  );
}

function isNode({ name, op, inputs, outputs, attributes }: Record<string, unknown>): boolean {
  return (
    isNames([name, op]) &&
    isNames(outputs) &&
    isRecord(inputs) &&
    Object.values(inputs).every((ref) => typeof ref === 'string' || isNames(ref)) &&
    isRecord(attributes)
  );
}

/**
 * Attributes are read again, which puts back what JSON cannot say and rejects what the op does not
 * know; operands come in the op's order.
 */
function readNode({ name, op, inputs, outputs, attributes }: Node): Node {
  const definition = definitionOf(op);
  const order = Object.keys(definition.operands);
  const operands = Object.entries(inputs);
  operands.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return {
    name,
    op,
    inputs: Object.fromEntries(operands),
    outputs,
    attributes: completeAttributes(definition, attributes),
  };
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
