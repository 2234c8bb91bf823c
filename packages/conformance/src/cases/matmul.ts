import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, declared, edges, normal, strewn, values } from '../case/source.js';

const flips = [
  { transposeA: false, transposeB: false },
  { transposeA: true, transposeB: false },
  { transposeA: false, transposeB: true },
  { transposeA: true, transposeB: true },
];

/** The extents of a matrix as stored, given as it is used. */
function stored(rows: number, columns: number, transposed: boolean): readonly [number, number] {
  return transposed ? [columns, rows] : [rows, columns];
}

const sizes = [
  [1, 1, 1],
  [1, 5, 3],
  [4, 1, 4],
  [3, 2, 1],
  [5, 7, 9],
  [8, 8, 8],
  [17, 6, 4],
  [2, 33, 12],
] as const;

const batches = [
  [[2], [2]],
  [[], [3]],
  [[3], []],
  [[2, 1], [3]],
  [
    [1, 2],
    [3, 1],
  ],
  [
    [2, 3],
    [2, 3],
  ],
] as const;

export const matmul: readonly Case[] = nodeCases('matmul', [
  ...flips.flatMap((flip) =>
    sizes.map(([m, k, n]) => ({
      name: `${m}x${k} by ${k}x${n}${flip.transposeA ? ' transposeA' : ''}${flip.transposeB ? ' transposeB' : ''}`,
      operands: {
        a: normal(stored(m, k, flip.transposeA)),
        b: normal(stored(k, n, flip.transposeB)),
      },
      attributes: flip,
    })),
  ),
  ...flips.flatMap((flip) =>
    batches.map(([left, right]) => ({
      name: `batches [${left.join()}] and [${right.join()}]${flip.transposeA ? ' transposeA' : ''}${flip.transposeB ? ' transposeB' : ''}`,
      operands: {
        a: normal([...left, ...stored(2, 5, flip.transposeA)]),
        b: normal([...right, ...stored(5, 3, flip.transposeB)]),
      },
      attributes: flip,
    })),
  ),
  { name: 'constant b', operands: { a: normal([4, 6]), b: constant(normal([6, 5])) } },
  { name: 'constant a', operands: { a: constant(normal([4, 6])), b: normal([6, 5]) } },
  {
    name: 'symbolic batch and rows',
    operands: { a: declared(normal([2, 3, 4]), ['batch', 'rows', 4]), b: constant(normal([4, 5])) },
    tags: ['symbolic'],
  },
  {
    name: 'sums of 4096 that cancel',
    operands: {
      a: values('float32', [2, 4096], [1000.5, 1e-3, -1000.25, 0.7]),
      b: normal([4096, 2]),
    },
  },
  {
    name: 'NaN and infinities',
    operands: { a: strewn([4, 6], [NaN, Infinity]), b: normal([6, 3]) },
    tags: ['edge'],
  },
  { name: 'edge numbers', operands: { a: edges([30, 1]), b: normal([1, 2]) }, tags: ['edge'] },
  { name: 'no rows', operands: { a: normal([0, 3]), b: normal([3, 2]) }, tags: ['zeroSize'] },
  {
    name: 'nothing to add up',
    operands: { a: normal([2, 0]), b: normal([0, 3]) },
    tags: ['zeroSize'],
  },
  {
    name: 'empty batch',
    operands: { a: normal([0, 2, 3]), b: normal([3, 2]) },
    tags: ['zeroSize'],
  },
]);
