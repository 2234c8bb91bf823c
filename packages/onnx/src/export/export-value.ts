import type { Tensor, Value } from '@separable/core';
import type { Laid } from './order.js';

/** A value of the graph on its way into the model: the orders of axes it is there in. */
export interface ExportValue extends Value {
  /** Its numbers, where they are known; they enter the model in the orders that are read. */
  readonly tensor?: Tensor | undefined;
  /** Tensors of the model that hold it, first the one it was made as. */
  readonly laid: Laid[];
}

/** A value of the type of another, where the model holds it already. */
export function laidValue(type: Value, laid: Laid): ExportValue {
  return { name: type.name, dtype: type.dtype, shape: type.shape, laid: [laid] };
}
