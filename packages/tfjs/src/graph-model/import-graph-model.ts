import {
  type Graph,
  graphBuilder,
  type GraphBuilder,
  ImportError,
  SeparableError,
  type UnsupportedNode,
  UnsupportedOpError,
  type Value,
} from '@separable/core';
import type { Json } from '../file/json.js';
import { errorAt, quote } from '../file/place.js';
import { checkNames, type InputShapes, pinnedShape } from '../input-shapes.js';
import { OpenSizes } from '../open-sizes.js';
import { Unsupported } from '../unsupported.js';
import type { Weights } from '../weights/weights.js';
import { Attributes } from './attributes.js';
import { controlFlow, freezeHint } from './control-flow.js';
import { type NodeDef, readNodes, type ResultRef } from './node-def.js';
import { NodeImport } from './node-import.js';
import type { Operand } from './operand.js';
import { ops } from './ops/index.js';
import { orderNodes } from './order-nodes.js';
import { type Ends, readEnds } from './signature.js';
import { computesSizes, evaluateSizes, type SizesBudget } from './sizes/evaluate-sizes.js';

const inputs: readonly string[] = ['Placeholder', 'PlaceholderWithDefault'];

/** What the import of all nodes shares. */
interface GraphImport {
  readonly g: GraphBuilder;
  readonly weights: Weights;
  readonly unsupported: UnsupportedNode[];
  readonly budget: SizesBudget;
}

/**
 * Turns a graph model into a graph of the op table, node by node. Nodes that no output hangs on are
 * left out.
 *
 * @throws ImportError naming the place of what is wrong
 * @throws UnsupportedOpError listing every node that nothing computes
 */
export function importGraphModel(model: Json, weights: Weights, shapes: InputShapes): Graph {
  const nodes = readNodes(model.get('modelTopology'));
  const ends = readEnds(model, nodes);
  const g = graphBuilder('tfjs');
  const context: GraphImport = { g, weights, unsupported: [], budget: { spent: 0 } };
  const { unsupported } = context;
  const scope = new Map<string, readonly Operand[]>();
  const order = orderNodes(
    nodes,
    ends.outputs.map(({ ref }) => ref),
  );
  declareInputs(g, order, ends, shapes, scope);
  for (const node of order) {
    if (scope.has(node.name)) continue;
    const operands = node.inputs.map((ref) => read(scope, node, ref));
    scope.set(node.name, importNode(context, node, operands));
  }
  if (unsupported.length === 0) handOut(g, ends, nodes, scope, unsupported);
  if (unsupported.length > 0) {
    const hint = unsupported.some(({ op }) => controlFlow.has(op))
      ? freezeHint
      : 'cut the model off before these nodes, or convert it to ONNX';
    throw new UnsupportedOpError('this TensorFlow.js model cannot be imported:', unsupported, {
      hint,
    });
  }
  return g.build();
}

/** Declares the placeholders, those of the signature first and under its names. */
function declareInputs(
  g: GraphBuilder,
  order: readonly NodeDef[],
  ends: Ends,
  shapes: InputShapes,
  scope: Map<string, readonly Operand[]>,
): void {
  const rank = new Map([...ends.inputNames.keys()].map((name, i) => [name, i]));
  const place = ({ name }: NodeDef): number => rank.get(name) ?? rank.size;
  const found = order.filter(({ op }) => inputs.includes(op)).sort((a, b) => place(a) - place(b));
  const names = found.map((node) => ends.inputNames.get(node.name) ?? node.name);
  checkNames(shapes, names);
  const sizes = new OpenSizes();
  found.forEach((node, i) => {
    const attributes = new Attributes(node.attributes);
    const extents = attributes.shape('shape');
    const name = names[i]!;
    if (extents === undefined && !Object.hasOwn(shapes, name)) {
      throw errorAt(
        node.place,
        `the input ${quote(name)} has no rank; pin its shape with inputShapes`,
      );
    }
    const shape =
      extents === undefined ? shapes[name]! : pinnedShape(name, sizes.shape(extents), shapes);
    try {
      const value = g.input(name, attributes.dtype('dtype', 'float32'), shape);
      scope.set(node.name, [{ kind: 'runtime', value }]);
    } catch (error) {
      throw error instanceof Unsupported
        ? errorAt(node.place, `an input: ${error.message}`)
        : error;
    }
  });
}

function read(
  scope: ReadonlyMap<string, readonly Operand[]>,
  node: NodeDef,
  ref: ResultRef,
): Operand {
  const made = scope.get(ref.node)!;
  if (made.length === 1 && made[0]!.kind === 'missing') return made[0]!;
  const found = made[ref.result];
  if (found !== undefined) return found;
  const text = `result ${ref.result} of ${quote(ref.node)} is read, which has ${made.length}`;
  throw errorAt(node.place, text);
}

/** The results of a node; one that is missing when it is unsupported or reads from one that is. */
function importNode(
  { g, weights, unsupported, budget }: GraphImport,
  node: NodeDef,
  operands: readonly Operand[],
): readonly Operand[] {
  const give = (reason: string): readonly Operand[] => {
    unsupported.push({ node: node.name, op: node.op, reason });
    return [{ kind: 'missing' }];
  };
  if (node.op === 'Const') return [constantOf(node, weights)];
  const lower = Object.hasOwn(ops, node.op) ? ops[node.op] : undefined;
  if (lower === undefined && controlFlow.has(node.op)) return give('control flow is not supported');
  const anyMissing = operands.some(({ kind }) => kind === 'missing');
  const context = new NodeImport(g, node, operands);
  try {
    const sizes = anyMissing ? undefined : evaluateSizes(context, operands, budget);
    if (sizes !== undefined) return [{ ...sizes, kind: 'sizes', name: node.name }];
    if (lower === undefined && !computesSizes(node.op)) return give('no such operator is known');
    if (anyMissing) return [{ kind: 'missing' }];
    if (lower === undefined) return give('it depends on data, not only on shapes');
    const lowered = lower(context);
    return (Array.isArray(lowered) ? lowered : [lowered]).map(asOperand);
  } catch (error) {
    if (error instanceof Unsupported) return give(error.message);
    if (!(error instanceof SeparableError) || error instanceof ImportError) throw error;
    throw errorAt(node.place, `node ${quote(node.name)} (${node.op}): ${error.message}`, error);
  }
}

function constantOf({ name, place }: NodeDef, weights: Weights): Operand {
  const found = weights.get(name);
  if (found === undefined)
    throw errorAt(place, `the constant ${quote(name)} is not among the weights`);
  return { kind: 'constant', name, tensor: found, forms: new Map() };
}

function asOperand(result: Value | Operand): Operand {
  return 'kind' in result ? result : { kind: 'runtime', value: result };
}

function handOut(
  g: GraphBuilder,
  ends: Ends,
  nodes: ReadonlyMap<string, NodeDef>,
  scope: ReadonlyMap<string, readonly Operand[]>,
  unsupported: UnsupportedNode[],
): void {
  for (const { name, ref } of ends.outputs) {
    const node = nodes.get(ref.node)!;
    try {
      g.output(name, new NodeImport(g, node, [read(scope, node, ref)]).value(0));
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      unsupported.push({ node: name, op: 'output', reason: error.message });
    }
  }
}
