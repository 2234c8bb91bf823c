import { bytesPerElement, type DType } from '@separable/core';
import {
  type Expression,
  type FunctionBuilder,
  i16x8,
  i32,
  i32x4,
  type Local,
  type Operand,
  v128,
} from '../encoder/index.js';
import { loadLanes, storeLanes } from '../tiles/lanes.js';

/**
 * Reads `count` elements of any dtype, 1 to 4, into lanes of 32 bits: floats as they are, integers and
 * truth values as i32. Lanes beyond are zero; nothing beyond is touched.
 */
export function loadElements(
  dtype: DType,
  address: Operand<'i32'>,
  count: number,
  offset = 0,
): Expression<'v128'> {
  if (bytesPerElement(dtype) === 4) return loadLanes(address, count, offset);
  let bytes: Expression<'v128'> = v128.load32Zero(address, offset);
  if (count < 4) {
    bytes = i32x4.splat(i32.load8U(address, offset));
    for (let lane = 1; lane < count; lane++) {
      bytes = v128.load8Lane(address, bytes, lane, offset + lane);
    }
  }
  return i32x4.extendLowI16x8U(i16x8.extendLowI8x16U(bytes));
}

/** Reads one element into all four lanes. */
export function splatElement(dtype: DType, address: Operand<'i32'>): Expression<'v128'> {
  return bytesPerElement(dtype) === 4
    ? v128.load32Splat(address)
    : i32x4.splat(i32.load8U(address));
}

/** The low byte of each lane, first. */
const lowBytes = [0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12] as const;

/** Writes the first `count` lanes as elements of a dtype; bytes keep the low eight bits of a lane. */
export function storeElements(
  f: FunctionBuilder,
  dtype: DType,
  address: Operand<'i32'>,
  value: Local<'v128'>,
  count: number,
  offset = 0,
): void {
  if (bytesPerElement(dtype) === 4) return storeLanes(f, address, value, count, offset);
  f.set(value, v128.shuffle(value, value, lowBytes));
  if (count === 4) f.do(v128.store32Lane(address, value, 0, offset));
  else
    for (let lane = 0; lane < count; lane++) {
      f.do(v128.store8Lane(address, value, lane, offset + lane));
    }
}

/** Lanes of ones and zeros from a comparison's lanes of all bits and none. */
export function truth(mask: Expression<'v128'>): Expression<'v128'> {
  return i32x4.neg(mask);
}
