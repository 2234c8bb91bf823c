import { tensor, type Tensor } from '../data/tensor.js';
import { allocate } from '../data/dtype.js';
import type { Value } from '../graph/builder-types.js';
import type { Graph, Node } from '../graph/graph.js';
import { type Rewriting, rewriteGraph } from '../graph/rewrite.js';
import { stridesOf } from '../shape/shape.js';
import { definitionOf, isIn } from '../op/table.js';
import type { Pass } from './pass.js';

type Permutation = readonly number[];

/**
 * Moves transposes down through ops that do not care about layout until they meet and cancel.
 *
 * An importer wraps each layout-bound op in a transpose before and one after. Elementwise ops compute
 * the same in either layout; ops with axes say through `permute` what their axes become.
 */
export const cancelTransposes: Pass = {
  name: 'cancel-transposes',
  run: (graph: Graph): Graph => rewriteGraph(graph, moveNode),
};

function moveNode(node: Node, rewriting: Rewriting): readonly Value[] | undefined {
  if (node.op === 'transpose') return mergeTranspose(node, rewriting);
  if (isIn(node.op, 'elementwise')) return sinkElementwise(node, rewriting);
  return sinkThrough(node, rewriting);
}

/** A transpose of a transpose is one, or none at all. */
function mergeTranspose(node: Node, rewriting: Rewriting): readonly Value[] | undefined {
  const x = rewriting.value(node.inputs['x'] as string);
  const inner = transposeOf(x, rewriting);
  const outer = node.attributes['permutation'] as Permutation;
  const permutation = inner === undefined ? outer : outer.map((axis) => inner.permutation[axis]!);
  const source = inner?.source ?? x;
  if (isIdentity(permutation)) return [source];
  return inner && rewriting.g.apply('transpose', { x: source }, { permutation }, node.name);
}

function isIdentity(permutation: Permutation): boolean {
  return permutation.every((axis, i) => axis === i);
}

interface Transposed {
  readonly source: Value;
  readonly permutation: Permutation;
}

function transposeOf(value: Value, rewriting: Rewriting): Transposed | undefined {
  const node = rewriting.producer(value);
  if (node?.op !== 'transpose') return undefined;
  const source = rewriting.operand(node, 'x')!;
  return { source, permutation: node.attributes['permutation'] as Permutation };
}

/** `f(T(a), T(b)) = T(f(a, b))`; constants among the operands are laid out again. */
function sinkElementwise(node: Node, rewriting: Rewriting): readonly Value[] | undefined {
  const names = Object.keys(node.inputs);
  const values = names.map((name) => rewriting.value(node.inputs[name] as string));
  const permutation = values
    .map((value) => transposeOf(value, rewriting)?.permutation)
    .find((found) => found !== undefined);
  if (permutation === undefined) return undefined;
  const operands: Record<string, Value> = {};
  for (const [i, value] of values.entries()) {
    const moved = beforeTranspose(value, permutation, rewriting);
    if (moved === undefined) return undefined;
    operands[names[i]!] = moved;
  }
  const [result] = rewriting.g.apply(node.op, operands, node.attributes, `${node.name}.inner`);
  return rewriting.g.apply('transpose', { x: result }, { permutation }, node.name);
}

/** The value that, transposed, is `value`; undefined when finding it would cost a transpose at run time. */
function beforeTranspose(
  value: Value,
  permutation: Permutation,
  rewriting: Rewriting,
): Value | undefined {
  const transposed = transposeOf(value, rewriting);
  if (transposed !== undefined) {
    return samePermutation(transposed.permutation, permutation) ? transposed.source : undefined;
  }
  if (value.shape.every((extent) => extent === 1) && value.shape.length <= permutation.length) {
    return value;
  }
  const constant = rewriting.constant(value);
  if (constant === undefined || constant.shape.length > permutation.length) return undefined;
  return rewriting.g.constant(value.name, undoTranspose(constant, permutation));
}

function samePermutation(a: Permutation, b: Permutation): boolean {
  return a.length === b.length && a.every((axis, i) => axis === b[i]);
}

/** The tensor t with `transpose(t, permutation) = constant`, after leading axes of 1 fill its rank. */
function undoTranspose(constant: Tensor, permutation: Permutation): Tensor {
  const rank = permutation.length;
  const full = [
    ...Array.from({ length: rank - constant.shape.length }, () => 1),
    ...constant.shape,
  ];
  const shape = permutation.map((_, axis) => full[permutation.indexOf(axis)]!);
  const from = stridesOf(full);
  const strides = shape.map((_, axis) => from[permutation.indexOf(axis)]!);
  const data = allocate(constant.dtype, constant.data.length);
  const index = shape.map(() => 0);
  for (let at = 0; at < data.length; at++) {
    let source = 0;
    for (let axis = 0; axis < rank; axis++) source += index[axis]! * strides[axis]!;
    data[at] = constant.data[source]!;
    for (let axis = rank - 1; axis >= 0 && ++index[axis]! === shape[axis]; axis--) index[axis] = 0;
  }
  return tensor(constant.dtype, shape, data);
}

/** Moves a transpose of the first operand behind an op that says how it looks in another layout. */
function sinkThrough(node: Node, rewriting: Rewriting): readonly Value[] | undefined {
  const { permute, operands: specs } = definitionOf(node.op);
  const [first] = Object.keys(specs);
  if (permute === undefined || first === undefined) return undefined;
  const refs = [node.inputs[first]!].flat();
  const values = refs.map((name) => rewriting.value(name));
  const permutation = transposeOf(values[0]!, rewriting)?.permutation;
  if (permutation === undefined) return undefined;
  const moved = values.map((value) => beforeTranspose(value, permutation, rewriting));
  const permuted = permute(node.attributes, permutation);
  if (permuted === undefined || moved.some((value) => value === undefined)) return undefined;
  const others = Object.entries(node.inputs).filter(([name]) => name !== first);
  const operands: Record<string, Value | readonly Value[]> = {
    [first]: specs[first]!.arity === 'many' ? (moved as Value[]) : moved[0]!,
  };
  for (const [name, ref] of others) operands[name] = rewriting.value(ref as string);
  const inner = rewriting.g.apply(node.op, operands, permuted.attributes, `${node.name}.inner`);
  if (isIdentity(permuted.result)) return inner;
  const attributes = { permutation: permuted.result };
  return inner.map(
    (x, i) => rewriting.g.apply('transpose', { x }, attributes, node.outputs[i])[0]!,
  );
}
