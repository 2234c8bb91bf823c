import type { Tensor } from '@separable/core';

/** The position of the greatest number. */
export function greatest({ data }: Tensor): number {
  let best = 0;
  for (let i = 1; i < data.length; i++) if (data[i]! > data[best]!) best = i;
  return best;
}

/** The positions of the greatest numbers, the greatest first. */
export function top({ data }: Tensor, count: number): readonly number[] {
  const order = Array.from(data, (_, i) => i).sort((a, b) => data[b]! - data[a]! || a - b);
  return order.slice(0, count);
}

/** The greatest entry of each row along the last axis. */
export function greatestOfRows({ data, shape }: Tensor): readonly number[] {
  const width = shape.at(-1)!;
  return Array.from({ length: data.length / width }, (_, row) => {
    const part = data.subarray(row * width, (row + 1) * width);
    return part.indexOf(Math.max(...part));
  });
}

/** Which numbers are above a threshold. */
export function above({ data }: Tensor, threshold: number): readonly number[] {
  return Array.from(data, (value, i) => (value > threshold ? i : -1)).filter((i) => i >= 0);
}
