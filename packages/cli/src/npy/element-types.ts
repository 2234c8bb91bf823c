import type { DType } from '@separable/core';

/** How the elements of a file become elements of a tensor. */
export interface ElementType {
  readonly bytes: number;
  readonly dtype: DType;
  read(view: DataView, at: number, littleEndian: boolean): number | bigint;
}

/** Element types that are read, by NumPy's kind and size. What is wider is narrowed, checked for integers. */
export const elementTypes: Readonly<Record<string, ElementType>> = {
  f4: { bytes: 4, dtype: 'float32', read: (view, at, little) => view.getFloat32(at, little) },
  f8: { bytes: 8, dtype: 'float32', read: (view, at, little) => view.getFloat64(at, little) },
  i1: { bytes: 1, dtype: 'int32', read: (view, at) => view.getInt8(at) },
  i2: { bytes: 2, dtype: 'int32', read: (view, at, little) => view.getInt16(at, little) },
  i4: { bytes: 4, dtype: 'int32', read: (view, at, little) => view.getInt32(at, little) },
  i8: { bytes: 8, dtype: 'int32', read: (view, at, little) => view.getBigInt64(at, little) },
  u1: { bytes: 1, dtype: 'uint8', read: (view, at) => view.getUint8(at) },
  b1: { bytes: 1, dtype: 'bool', read: (view, at) => Number(view.getUint8(at) !== 0) },
};

/** What a dtype is called in a file that is written. */
export const descriptionOf: Readonly<Record<DType, string>> = {
  float32: '<f4',
  int32: '<i4',
  uint8: '|u1',
  bool: '|b1',
};
