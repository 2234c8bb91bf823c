import { sizeOf } from '../data/tensor.js';
import { ShapeMismatchError } from '../errors/errors.js';
import { boolean } from '../op/attribute.js';
import { floatOnly, one, type OpDefinition, type ValueType } from '../op/definition.js';
import { agreed } from '../op/extent.js';
import type { Dim } from '../shape/dimension.js';
import { broadcast, shapeText } from '../shape/shape.js';

/** Attributes of {@link matmul}. */
export interface MatmulAttributes {
  /** Reads the matrices of `a` as `[K, M]`; false. */
  readonly transposeA: boolean;
  /** Reads the matrices of `b` as `[N, K]`; false. */
  readonly transposeB: boolean;
}

/**
 * Products of matrices: `y[…,m,n] = Σ_k a[…,m,k] · b[…,k,n]`. The leading axes broadcast.
 *
 * - `a` `[…, M, K]`, `b` `[…, K, N]`, `y` `[…, M, N]`; ranks of at least 2.
 *
 * Source: ONNX MatMul-13, NumPy `matmul`; the transposes as in TensorFlow `matmul`.
 */
export const matmul: OpDefinition<{ a: 'one'; b: 'one' }, MatmulAttributes, readonly ['y']> = {
  name: 'matmul',
  operands: { a: one(floatOnly), b: one(floatOnly) },
  results: ['y'],
  attributes: { transposeA: boolean(false), transposeB: boolean(false) },
  sets: ['matmul'],
  infer({ a, b }, { transposeA, transposeB }) {
    const [m, left] = matrix(a, transposeA);
    const [right, n] = matrix(b, transposeB);
    agreed(left, right, 'inner extents');
    const batch = broadcast(a.shape.slice(0, -2), b.shape.slice(0, -2));
    return [{ dtype: a.dtype, shape: [...batch, m, n] }];
  },
  work({ a }, [y], { transposeA }) {
    const inner = matrix(a, transposeA)[1] as number;
    return { macs: sizeOf(y!.shape as number[]) * inner, operations: 0 };
  },
};

function matrix({ shape }: ValueType, transposed: boolean): readonly [Dim, Dim] {
  const [rows, columns] = shape.slice(-2);
  if (rows === undefined || columns === undefined) {
    throw new ShapeMismatchError(`a matrix needs a rank of at least 2, got ${shapeText(shape)}`);
  }
  return transposed ? [columns, rows] : [rows, columns];
}
