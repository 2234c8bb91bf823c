import type { DType } from '@separable/core';

/** An integer as the dtype holds it: modulo 2⁸, or modulo 2³² with sign. */
export function wrap(dtype: DType, value: bigint): number {
  return Number(dtype === 'uint8' ? BigInt.asUintN(8, value) : BigInt.asIntN(32, value));
}
