import { type Dim, dim, type Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';
import type { Lowerings } from './lowering.js';

/** A value and the letters of its axes. */
interface Term {
  readonly value: Value;
  readonly letters: readonly string[];
}

/**
 * `Einsum` as sums, transposes and products: letters that only one operand has and the result lacks are
 * summed first; two operands at a time then meet in a product of matrices, or of elements where no letter
 * is left to sum over.
 *
 * Source: ONNX Einsum-12; NumPy `einsum`.
 */
export const einsum: Lowerings = {
  Einsum(node) {
    const { inputs, output } = parsed(node);
    const [first, ...rest] = inputs.map((letters, i) => ({ value: node.value(i), letters }));
    if (first === undefined) throw errorAt(node.node.place, 'Einsum needs operands');
    const wanted = (from: number): readonly string[] => [...output, ...inputs.slice(from).flat()];
    let term = summed(node, first, wanted(1));
    rest.forEach((next, i) => {
      const other = summed(node, next, [...term.letters, ...wanted(i + 2)]);
      term = joined(
        node,
        summed(node, term, [...other.letters, ...wanted(i + 2)]),
        other,
        wanted(i + 2),
      );
    });
    return ordered(node, term, output, node.name());
  },
};

/** The letters of each operand and of the result; an ellipsis becomes as many letters as it stands for. */
function parsed(node: NodeImport): {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
} {
  const equation = node.attributes.string('equation').replaceAll(/\s/g, '');
  const [left = '', right] = equation.split('->');
  const terms = left.split(',');
  const wrong = errorAt(node.node.place, `Einsum cannot read its equation ${equation}`);
  const side = /^[A-Za-z]*(\.\.\.)?[A-Za-z]*$/;
  if (terms.length !== node.count || ![...terms, right ?? ''].every((term) => side.test(term)))
    throw wrong;
  const covered = terms.map((term, i) => node.rank(i) - term.replace('...', '').length);
  const rank = Math.max(0, ...terms.map((term, i) => (term.includes('...') ? covered[i]! : 0)));
  const letters = (term: string, count: number): readonly string[] => {
    const [before, after] = term.split('...');
    if (after === undefined) return [...term];
    const dots = Array.from({ length: count }, (_, i) => `.${rank - count + i}`);
    return [...before!, ...dots, ...after];
  };
  const inputs = terms.map((term, i) => {
    if (covered[i]! < 0 || (covered[i]! > 0 && !term.includes('...'))) throw wrong;
    const list = letters(term, covered[i]!);
    if (new Set(list).size === list.length) return list;
    throw new Unsupported(`its equation ${equation} takes a diagonal`);
  });
  const output = right === undefined ? implicit(inputs.flat(), rank) : letters(right, rank);
  if (
    new Set(output).size !== output.length ||
    !output.every((letter) => inputs.flat().includes(letter))
  )
    throw wrong;
  return { inputs, output };
}

/** Without an arrow: what the ellipsis covers, then letters that occur once, in the alphabet's order. */
function implicit(all: readonly string[], rank: number): readonly string[] {
  const dots = Array.from({ length: rank }, (_, i) => `.${i}`);
  const once = all.filter(
    (letter) => letter.length === 1 && all.indexOf(letter) === all.lastIndexOf(letter),
  );
  return [...dots, ...once.sort()];
}

function summed(node: NodeImport, { value, letters }: Term, wanted: readonly string[]): Term {
  const axes = letters.flatMap((letter, axis) => (wanted.includes(letter) ? [] : [axis]));
  if (axes.length === 0) return { value, letters };
  return {
    value: node.g.reduceSum({ x: value }, { axes, keepDims: false }, node.name('sum')),
    letters: letters.filter((letter) => wanted.includes(letter)),
  };
}

function ordered(
  node: NodeImport,
  { value, letters }: Term,
  wanted: readonly string[],
  name: string,
): Value {
  const permutation = wanted.map((letter) => letters.indexOf(letter));
  if (permutation.every((axis, i) => axis === i)) return value;
  return node.g.transpose({ x: value }, { permutation }, name);
}

function joined(node: NodeImport, a: Term, b: Term, wanted: readonly string[]): Term {
  const both = a.letters.filter((letter) => b.letters.includes(letter));
  const inner = both.filter((letter) => !wanted.includes(letter));
  const batch = both.filter((letter) => wanted.includes(letter));
  const rows = a.letters.filter((letter) => !both.includes(letter));
  const columns = b.letters.filter((letter) => !both.includes(letter));
  if (inner.length === 0) return multiplied(node, a, b, [...batch, ...rows, ...columns]);
  const size = (term: Term, list: readonly string[]): readonly Dim[] =>
    list.map((letter) => term.value.shape[term.letters.indexOf(letter)]!);
  for (const letter of both) {
    if (size(a, [letter])[0] !== size(b, [letter])[0]) {
      throw new Unsupported(
        `its letter ${letter} has the extents ${size(a, [letter])} and ${size(b, [letter])}`,
      );
    }
  }
  const matrix = (term: Term, order: readonly string[], shape: readonly Dim[]): Value => {
    const x = ordered(node, term, order, node.name('order'));
    return x.shape.join() === shape.join() && x.shape.length === shape.length
      ? x
      : node.g.reshape({ x }, { shape }, node.name('matrix'));
  };
  const lead = size(a, batch);
  const [m, k, n] = [size(a, rows), size(a, inner), size(b, columns)];
  const [left, right] = [
    matrix(a, [...batch, ...rows, ...inner], [...lead, dim.product(m), dim.product(k)]),
    matrix(b, [...batch, ...inner, ...columns], [...lead, dim.product(k), dim.product(n)]),
  ];
  const product = node.g.matmul({ a: left, b: right }, {}, node.name('product'));
  const shape = [...lead, ...m, ...n];
  const whole = m.length === 1 && n.length === 1;
  const value = whole ? product : node.g.reshape({ x: product }, { shape }, node.name('tensor'));
  return { value, letters: [...batch, ...rows, ...columns] };
}

/** Each operand gets an axis of 1 for every letter it lacks. */
function multiplied(node: NodeImport, a: Term, b: Term, letters: readonly string[]): Term {
  const [x, y] = [a, b].map((term) => {
    const own = letters.filter((letter) => term.letters.includes(letter));
    const value = ordered(node, term, own, node.name('order'));
    const axes = letters.flatMap((letter, axis) => (own.includes(letter) ? [] : [axis]));
    if (axes.length === 0) return value;
    return node.g.expandDims({ x: value }, { axes }, node.name('spread'));
  });
  return { value: node.g.mul({ a: x!, b: y! }, {}, node.name('product')), letters };
}
