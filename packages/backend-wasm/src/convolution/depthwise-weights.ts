/** Floats of the packed weights of a depthwise convolution. */
export function depthwiseLength(taps: number, channels: number): number {
  return Math.ceil(channels / 4) * (1 + taps) * 4;
}

/** Rearranges `[taps, channels]`: for each four channels their biases, then their weights tap by tap. */
export function packDepthwise(
  filter: ArrayLike<number>,
  bias: ArrayLike<number> | undefined,
  taps: number,
  channels: number,
  packed: Float32Array,
  at = 0,
): void {
  let to = at;
  for (let first = 0; first < channels; first += 4) {
    const count = Math.min(4, channels - first);
    for (let lane = 0; lane < count; lane++) packed[to + lane] = bias?.[first + lane] ?? 0;
    to += 4;
    for (let tap = 0; tap < taps; tap++, to += 4) {
      for (let lane = 0; lane < count; lane++) {
        packed[to + lane] = filter[tap * channels + first + lane]!;
      }
    }
  }
}
