/** Element types of the graph. `bool` is stored as one byte, 0 or 1. */
export type DType = 'float32' | 'int32' | 'uint8' | 'bool';

/** The typed array that holds each dtype. */
export interface DataOf {
  readonly float32: Float32Array;
  readonly int32: Int32Array;
  readonly uint8: Uint8Array;
  readonly bool: Uint8Array;
}

export type TensorData = DataOf[DType];

const arrays = {
  float32: Float32Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
} as const;

export const dtypes: readonly DType[] = ['float32', 'int32', 'uint8', 'bool'];

/** Bytes of one element. */
export function bytesPerElement(dtype: DType): number {
  return arrays[dtype].BYTES_PER_ELEMENT;
}

/** A zeroed typed array of `length` elements. */
export function allocate<D extends DType>(dtype: D, length: number): DataOf[D] {
  return new arrays[dtype](length) as DataOf[D];
}

/** A view of `length` elements of `buffer` from `byteOffset`. */
export function viewOf<D extends DType>(
  dtype: D,
  buffer: ArrayBuffer,
  byteOffset: number,
  length: number,
): DataOf[D] {
  return new arrays[dtype](buffer, byteOffset, length) as DataOf[D];
}

/** Whether `data` is the kind of typed array that holds `dtype`. */
export function holds(dtype: DType, data: unknown): boolean {
  return data instanceof arrays[dtype];
}
