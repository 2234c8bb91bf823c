import { stridesOf, type Tensor, tensor } from '@separable/core';

/** The same elements under another shape. */
export function reshaped(t: Tensor, shape: readonly number[]): Tensor {
  return tensor(t.dtype, shape, t.data);
}

/** The last two axes of a tensor of rank 4 exchanged. */
export function lastAxesSwapped(t: Tensor): Tensor {
  const [rows, columns, a, b] = t.shape as [number, number, number, number];
  const shape = [rows, columns, b, a];
  const result = tensor(t.dtype, shape);
  const [, step, stride] = stridesOf(shape);
  for (let at = 0, from = 0; at < rows * columns; at++) {
    for (let i = 0; i < a; i++) {
      for (let j = 0; j < b; j++) result.data[at * step! + j * stride! + i] = t.data[from++]!;
    }
  }
  return result;
}
