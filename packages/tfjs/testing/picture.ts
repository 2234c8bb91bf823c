import { type Tensor, tensor } from '@separable/core';

/** An image of three channels with soft shapes and edges, numbers in [0, 1]. */
export function picture(size: number): Tensor {
  const data = new Float32Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [u, v] = [x / size - 0.5, y / size - 0.5];
      const disc = Math.hypot(u, v) < 0.3 ? 0.5 : 0;
      for (let c = 0; c < 3; c++) {
        data[(y * size + x) * 3 + c] = 0.25 + disc / (c + 1) + 0.2 * Math.sin(9 * u + (c + 3) * v);
      }
    }
  }
  return tensor('float32', [1, size, size, 3], data);
}
