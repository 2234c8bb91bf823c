import { described } from '../errors/described.js';
import { InputMismatchError, ShapeMismatchError } from '../errors/errors.js';
import type { AttributeValue } from '../op/attribute.js';
import type { AnyOp, ValueType } from '../op/definition.js';
import { inferNode } from '../op/infer-node.js';
import { definitionOf } from '../op/table.js';
import * as dim from '../shape/dimension.js';
import type { Bindings, Dim } from '../shape/dimension.js';
import { isConcrete, type Shape, shapeText } from '../shape/shape.js';
import { type Graph, type Node, operandTypes, typeOf } from './graph.js';

/**
 * The sizes of a graph's symbols that given input shapes imply.
 *
 * A dimension `H` binds H; `2*H` solves for it; what cannot be solved is checked once its symbols
 * are known from elsewhere.
 *
 * @throws InputMismatchError when a rank or an extent does not fit, or two inputs disagree
 */
export function solveSymbols(
  graph: Graph,
  shapes: Readonly<Record<string, readonly number[]>>,
): Bindings {
  const bindings = new Map<string, number>();
  const extra = Object.keys(shapes).find((name) => !graph.inputs.includes(name));
  if (extra !== undefined) {
    throw new InputMismatchError(`graph '${graph.name}' has no input '${extra}'`, {
      hint: `it has ${graph.inputs.map((name) => `'${name}'`).join(', ')}`,
    });
  }
  const given = graph.inputs.filter((input) => Object.hasOwn(shapes, input));
  const pairs = given.flatMap((input) => {
    const declared = typeOf(graph, input).shape;
    const actual = shapes[input]!;
    if (!isSizes(actual) || actual.length !== declared.length)
      throw misfit(input, declared, actual);
    return declared.map((d, axis) => ({ input, declared: d, actual: actual[axis]! }));
  });
  for (const { declared, actual } of pairs) {
    if (isSymbol(declared) && !bindings.has(declared)) bindings.set(declared, actual);
  }
  // An expression may wait for a symbol that another one gives.
  for (let known = -1; known < bindings.size;) {
    known = bindings.size;
    for (const { declared, actual } of pairs) solveLinear(declared, actual, bindings);
  }
  for (const { input, declared, actual } of pairs) {
    if (dim.bind(declared, bindings) !== actual) {
      throw misfit(input, typeOf(graph, input).shape, shapes[input]!, bindings);
    }
  }
  return bindings;
}

function isSizes(shape: readonly number[]): boolean {
  return Array.isArray(shape) && shape.every((n) => Number.isSafeInteger(n) && n >= 0);
}

function isSymbol(d: Dim): d is string {
  return typeof d === 'string' && /^[\w.]+$/.test(d);
}

/** Solves `a·s + b = actual` for the one unknown symbol s. */
function solveLinear(declared: Dim, actual: number, bindings: Map<string, number>): void {
  const rest = dim.bind(declared, bindings);
  const [symbol, ...others] = dim.symbolsOf(rest);
  // Quotients and extrema have parentheses; they may have many solutions.
  if (symbol === undefined || others.length > 0 || String(rest).includes('(')) return;
  const at = (value: number): number => dim.bind(rest, new Map([[symbol, value]])) as number;
  const slope = at(1) - at(0);
  if (typeof dim.subtract(rest, dim.multiply(slope, symbol)) !== 'number') return;
  const value = (actual - at(0)) / slope;
  if (Number.isSafeInteger(value) && value >= 0) bindings.set(symbol, value);
}

function misfit(
  input: string,
  declared: Shape,
  actual: readonly number[],
  bindings: Bindings = new Map(),
): InputMismatchError {
  const known = [...bindings].map(([symbol, size]) => `${symbol} = ${size}`).join(', ');
  return new InputMismatchError(
    `input '${input}' needs the shape ${shapeText(declared)}, got ${Array.isArray(actual) ? shapeText(actual) : described(actual)}${
      known === '' ? '' : ` (with ${known})`
    }`,
  );
}

/**
 * The same graph at one size: every shape and every dimension in an attribute becomes a number, and
 * every node is checked again with those numbers.
 *
 * @param shapes concrete shapes by input name
 * @throws InputMismatchError when a shape does not fit its input or a symbol stays unknown
 * @throws ShapeMismatchError when a node cannot take the sizes
 */
export function bindGraph(
  graph: Graph,
  shapes: Readonly<Record<string, readonly number[]>>,
): Graph {
  const bound = bindSymbols(graph, solveSymbols(graph, shapes));
  const open = bound.inputs.find((name) => !isConcrete(typeOf(bound, name).shape));
  if (open !== undefined) {
    throw new InputMismatchError(
      `graph '${graph.name}' has no size yet: '${open}' is ${shapeText(typeOf(bound, open).shape)}`,
      { hint: `pass its shape, for instance { ${open}: [1, …] }` },
    );
  }
  return bound;
}

/** The graph with sizes put in for some or all of its symbols. */
export function bindSymbols(graph: Graph, bindings: Bindings): Graph {
  const values = new Map<string, ValueType>();
  for (const [name, { dtype, shape }] of graph.constants) values.set(name, { dtype, shape });
  for (const name of graph.inputs) {
    const { dtype, shape } = typeOf(graph, name);
    values.set(name, { dtype, shape: shape.map((d) => dim.bind(d, bindings)) });
  }
  const nodes = graph.nodes.map((node) => bindNode(node, bindings, values));
  return { ...graph, nodes, values };
}

function bindNode(node: Node, bindings: Bindings, values: Map<string, ValueType>): Node {
  const op = definitionOf(node.op);
  const attributes = bindAttributes(op, node.attributes, bindings);
  const types = inferNode(op, node.name, operandTypes(values, node), attributes);
  if (types.length !== node.outputs.length) {
    throw new ShapeMismatchError(
      `node '${node.name}' (${node.op}) makes ${types.length} results, the graph names ${node.outputs.length}`,
    );
  }
  node.outputs.forEach((name, i) => values.set(name, types[i]!));
  return attributes === node.attributes ? node : { ...node, attributes };
}

function bindAttributes(
  op: AnyOp,
  attributes: Readonly<Record<string, AttributeValue>>,
  bindings: Bindings,
): Readonly<Record<string, AttributeValue>> {
  let bound: Record<string, AttributeValue> | undefined;
  for (const [name, spec] of Object.entries(op.attributes)) {
    if (spec.bind === undefined) continue;
    bound ??= { ...attributes };
    bound[name] = spec.bind(attributes[name]!, bindings);
  }
  return bound ?? attributes;
}
