import { sizeOf, type Tensor, tensor } from '@separable/core';

/** The same tensor with its last two axes exchanged, as new data. */
export function lastAxesSwapped(t: Tensor): Tensor {
  const [rows, columns] = t.shape.slice(-2) as [number, number];
  const result = tensor(t.dtype, [...t.shape.slice(0, -2), columns, rows]);
  let from = 0;
  for (let matrix = 0; matrix < sizeOf(t.shape.slice(0, -2)); matrix++) {
    const start = matrix * rows * columns;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) result.data[start + j * rows + i] = t.data[from++]!;
    }
  }
  return result;
}
