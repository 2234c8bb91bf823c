import { type Padding, resolvePadding, sizeOf, type Tensor, windows } from '@separable/core';

interface Settings {
  readonly strides?: readonly [number, number];
  readonly dilations?: readonly [number, number];
  readonly padding?: Padding;
  readonly groups?: number;
}

/**
 * A convolution written as its formula, in float64, for tests. A depthwise filter `[kh, kw, C, m]` is
 * the grouped filter `[kh, kw, 1, C · m]` with C groups, element for element.
 */
export function convolveByDefinition(
  x: Tensor,
  filter: Tensor,
  bias: Tensor | undefined,
  y: readonly number[],
  { strides = [1, 1], dilations = [1, 1], padding = 'valid', groups = 1 }: Settings,
): Float64Array {
  const [images, height, width, channels] = x.shape as [number, number, number, number];
  const [kh, kw] = filter.shape as [number, number];
  const outputs = y[3]!;
  const depth = channels / groups;
  const [rows, columns] = windows([kh, kw], { strides, dilations, padding });
  const top = resolvePadding(height, rows).before;
  const left = resolvePadding(width, columns).before;
  const result = new Float64Array(sizeOf(y));
  let at = 0;
  for (let n = 0; n < images; n++)
    for (let i = 0; i < y[1]!; i++)
      for (let j = 0; j < y[2]!; j++)
        for (let o = 0; o < outputs; o++) {
          let sum = bias?.data[o] ?? 0;
          const group = Math.floor(o / (outputs / groups));
          for (let u = 0; u < kh; u++)
            for (let v = 0; v < kw; v++)
              for (let c = 0; c < depth; c++) {
                const row = i * strides[0] + u * dilations[0] - top;
                const column = j * strides[1] + v * dilations[1] - left;
                if (row < 0 || row >= height || column < 0 || column >= width) continue;
                const source = ((n * height + row) * width + column) * channels + group * depth + c;
                sum += x.data[source]! * filter.data[((u * kw + v) * depth + c) * outputs + o]!;
              }
          result[at++] = sum;
        }
  return result;
}
