import type { DType } from '../data/dtype.js';
import { scalar } from '../data/tensor.js';
import type { OpMethods, Value } from '../graph/builder-types.js';

/** One number as a constant of its own, for decompositions; it is named after its value. */
export function number(g: OpMethods, value: number, dtype: DType = 'float32'): Value {
  return g.constant(`${value}`, scalar(dtype, value));
}
