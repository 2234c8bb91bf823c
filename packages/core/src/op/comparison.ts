import type { DType } from '../data/dtype.js';
import { binary, type BinaryOp } from './binary.js';

/** Defines an op that says of each pair of elements whether a relation holds. */
export function comparison(
  name: string,
  dtypes: readonly DType[],
  decompose?: BinaryOp['decompose'],
): BinaryOp {
  return binary({
    name,
    dtypes,
    result: 'bool',
    sets: ['comparison'],
    ...(decompose && { decompose }),
  });
}
