import { broadcast, stridesOf } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { multiply, stripRows } from '../matrix/multiply.js';
import { packPanels, panelsLength } from '../matrix/panels.js';

/**
 * Batched matrix product. Each matrix of `b` is packed into panels when the batch comes to it;
 * constant ones all at once. Rows of a transposed `a` are gathered strip by strip.
 */
export const matmul: Kernel<'matmul'> = {
  prepare({ attributes: { transposeA, transposeB }, constants: { b } }) {
    const ready =
      b === undefined ? undefined : packAll(b.shape, b.data as Float32Array, transposeB);
    return {
      label: 'matmul, packed 4×4',
      packed: ready === undefined ? [] : ['b'],
      bytes: ready?.byteLength ?? 0,

      plan({ operands: types, results }) {
        const [m, n] = results[0]!.shape.slice(-2) as [number, number];
        const depth = types.a.shape.at(transposeA ? -2 : -1)!;
        const length = panelsLength(depth, n);
        const pairs = batchPairs(types.a.shape.slice(0, -2), types.b.shape.slice(0, -2));
        const strip = Math.min(stripRows(depth), m);
        return {
          scratch: [
            { dtype: 'float32', length: ready === undefined ? length : 0 },
            { dtype: 'float32', length: transposeA ? strip * depth : 0 },
          ],
          bind({ operands, results: [result], scratch }) {
            const a = operands.a as Float32Array;
            const matrices = operands.b as Float32Array;
            const y = result as Float32Array;
            const panels = ready ?? (scratch[0] as Float32Array);
            const gathered = scratch[1] as Float32Array;
            const product = (index: number, left: number, panelsOffset: number): void => {
              for (let row = 0; row < m; row += strip) {
                const count = Math.min(strip, m - row);
                const o = (index * m + row) * n;
                const matrix = left * m * depth;
                let rows = a;
                let at = matrix + row * depth;
                if (transposeA) {
                  gatherRows(a, matrix + row, m, count, depth, gathered);
                  rows = gathered;
                  at = 0;
                }
                multiply(rows, at, depth, count, depth, panels, panelsOffset, n, y, o, n);
              }
            };
            return () => {
              let packed = -1;
              for (let index = 0; index < pairs.length; index++) {
                const { left, right } = pairs[index]!;
                if (ready === undefined && packed !== right) {
                  packOne(matrices, right * depth * n, depth, n, transposeB, panels, 0);
                  packed = right;
                }
                product(index, left, ready === undefined ? 0 : right * length);
              }
            };
          },
        };
      },
    };
  },
};

/** Which matrix of `a` and which of `b` make one of the result. */
interface MatrixPair {
  readonly left: number;
  readonly right: number;
}

/** The pair of each matrix of the result, in order. */
function batchPairs(a: readonly number[], b: readonly number[]): readonly MatrixPair[] {
  const shape = broadcast(a, b) as readonly number[];
  const strides = stridesOf(shape);
  const total = shape.reduce((product, extent) => product * extent, 1);
  return Array.from({ length: total }, (_, index) => {
    const position = shape.map((extent, axis) => Math.floor(index / strides[axis]!) % extent);
    return { left: matrixAt(position, a), right: matrixAt(position, b) };
  });
}

function matrixAt(position: readonly number[], batch: readonly number[]): number {
  const skipped = position.length - batch.length;
  return batch.reduce(
    (at, extent, axis) => at * extent + (extent === 1 ? 0 : position[skipped + axis]!),
    0,
  );
}

function packAll(shape: readonly number[], b: Float32Array, transposed: boolean): Float32Array {
  const [rows, columns] = shape.slice(-2) as [number, number];
  const [depth, n] = transposed ? [columns, rows] : [rows, columns];
  const matrices = shape.slice(0, -2).reduce((product, extent) => product * extent, 1);
  const length = panelsLength(depth, n);
  const panels = new Float32Array(matrices * length);
  for (let i = 0; i < matrices; i++) {
    packOne(b, i * depth * n, depth, n, transposed, panels, i * length);
  }
  return panels;
}

function packOne(
  b: Float32Array,
  offset: number,
  depth: number,
  n: number,
  transposed: boolean,
  panels: Float32Array,
  at: number,
): void {
  const [depthStride, columnStride] = transposed ? [1, depth] : [n, 1];
  packPanels(b, { offset, depthStride, columnStride }, depth, n, undefined, 0, panels, at);
}

/** Rows of the transpose of `a`, whose columns lie `m` apart. */
function gatherRows(
  a: Float32Array,
  from: number,
  m: number,
  count: number,
  depth: number,
  rows: Float32Array,
): void {
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < depth; k++) rows[row * depth + k] = a[from + row + k * m]!;
  }
}
