import { described } from '../errors/described.js';
import { GraphError } from '../errors/errors.js';
import { allocate, type DataOf, type DType, dtypes, holds } from './dtype.js';

/** A dense, row-major array: `data.length` is the product of `shape`. Feature maps are NHWC. */
export interface Tensor<D extends DType = DType> {
  readonly dtype: D;
  readonly shape: readonly number[];
  readonly data: DataOf[D];
}

/** Number of elements of a concrete shape; 1 for a scalar. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (const extent of shape) size *= extent;
  return size;
}

/**
 * Makes a tensor after checking that dtype, shape and data fit each other.
 *
 * @param data a typed array (kept, not copied) or plain numbers; zeros when left out
 * @throws GraphError when a dimension is not a non-negative integer, the lengths differ, or there is
 *   no memory for so many elements
 * @example
 * ```ts
 * import { tensor } from '@separable/core';
 * const x = tensor('float32', [1, 2, 2, 1], [1, 2, 3, 4]);
 * console.log(x.data.length); // 4
 * ```
 */
export function tensor<D extends DType>(
  dtype: D,
  shape: readonly number[],
  data?: DataOf[D] | readonly (number | boolean)[],
): Tensor<D> {
  if (!dtypes.includes(dtype)) {
    throw new GraphError(
      `tensor dtype must be one of ${dtypes.join(', ')}, got ${described(dtype)}`,
    );
  }
  if (!Array.isArray(shape) || !shape.every((n) => Number.isSafeInteger(n) && n >= 0)) {
    throw new GraphError(`tensor shape must hold non-negative integers, got ${described(shape)}`);
  }
  const size = sizeOf(shape);
  const length = data?.length ?? size;
  if (length !== size) {
    throw new GraphError(
      `tensor of shape [${shape.join(', ')}] needs ${size} elements, got ${length}`,
    );
  }
  return { dtype, shape: [...shape], data: storage(dtype, size, data) };
}

function storage<D extends DType>(
  dtype: D,
  size: number,
  data: DataOf[D] | readonly (number | boolean)[] | undefined,
): DataOf[D] {
  if (data !== undefined && holds(dtype, data)) return data as DataOf[D];
  if (data !== undefined && ArrayBuffer.isView(data)) {
    throw new GraphError(`tensor of dtype ${dtype} cannot hold ${data.constructor.name}`);
  }
  const filled = zeros(dtype, size);
  if (data !== undefined) {
    for (let i = 0; i < size; i++) {
      filled[i] = dtype === 'bool' ? Number(Boolean(data[i])) : Number(data[i]);
    }
  }
  return filled;
}

function zeros<D extends DType>(dtype: D, size: number): DataOf[D] {
  try {
    return allocate(dtype, size);
  } catch (cause) {
    throw new GraphError(`there is no memory for a tensor of ${size} ${dtype} elements`, { cause });
  }
}

/** A tensor of no dimensions holding one number. */
export function scalar<D extends DType>(dtype: D, value: number): Tensor<D> {
  return tensor(dtype, [], [value]);
}

/** Whether two tensors have the same dtype, shape and bits (NaN equals the same NaN, −0 differs from 0). */
export function tensorEquals(a: Tensor, b: Tensor): boolean {
  if (a === b) return true;
  if (a.dtype !== b.dtype || a.shape.length !== b.shape.length) return false;
  if (a.shape.some((extent, axis) => extent !== b.shape[axis])) return false;
  const left = bytesOf(a);
  const right = bytesOf(b);
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

/** The tensor's own bytes, as a view. */
export function bytesOf(t: Tensor): Uint8Array {
  return new Uint8Array(t.data.buffer, t.data.byteOffset, t.data.byteLength);
}
