import type { TensorData } from '@separable/core';

/** Elements of {@link packDepthwise}'s result for a filter `[kh, kw, C, multiplier]`. */
export function depthwiseLength(shape: readonly number[]): number {
  const [kernelHeight, kernelWidth, channels, multiplier] = shape as [
    number,
    number,
    number,
    number,
  ];
  return (kernelHeight * kernelWidth + 1) * channels * multiplier;
}

/** A row of biases (zeros without), then the filter as it is: a row of `C · multiplier` a tap. */
export function packDepthwise(
  filter: TensorData,
  bias: TensorData | undefined,
  outputs: number,
  weights: Float32Array,
  at = 0,
): void {
  if (bias === undefined) weights.fill(0, at, at + outputs);
  else weights.set(bias, at);
  weights.set(filter, at + outputs);
}
