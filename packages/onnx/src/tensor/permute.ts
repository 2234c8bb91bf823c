import { allocate, type DType, stridesOf, type Tensor } from '@separable/core';

/** A tensor with its axes in another order, as new data: axis a of the result is `permutation[a]` of x. */
export function permute<D extends DType>(x: Tensor<D>, permutation: readonly number[]): Tensor<D> {
  const shape = permutation.map((axis) => x.shape[axis]!);
  const strides = stridesOf(x.shape);
  const steps = permutation.map((axis) => strides[axis]!);
  const data = allocate(x.dtype, x.data.length);
  const last = shape.length - 1;
  const inner = shape[last] ?? 1;
  const step = steps[last] ?? 0;
  const index = shape.map(() => 0);
  for (let at = 0, from = 0; at < data.length; at += inner) {
    for (let i = 0; i < inner; i++) data[at + i] = x.data[from + i * step]!;
    for (let axis = last - 1; axis >= 0; axis--) {
      from += steps[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      from -= steps[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return { dtype: x.dtype, shape, data };
}
