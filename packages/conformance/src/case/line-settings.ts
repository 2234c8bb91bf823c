/** The settings one-dimensional convolutions are tried with. */
export const lineSettings = {
  kernel: [1, 2, 3, 4, 5, 7],
  stride: [1, 2, 3],
  dilation: [1, 2],
  padding: ['same', 'sameLower', 'valid', 'explicit'],
  groups: [1, 2, 3],
  bias: [false, true],
  activation: [null, 'relu', 'tanh'],
} as const;

/** A written padding as the attribute takes it. */
export function paddingOf(
  written: (typeof lineSettings.padding)[number],
): 'same' | 'sameLower' | 'valid' | { readonly left: number; readonly right: number } {
  return written === 'explicit' ? { left: 3, right: 1 } : written;
}
