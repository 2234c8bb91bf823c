import type { AxisGeometry } from './window-geometry.js';

/** The results of a transposed window with one remainder by its stride, along one axis. */
export interface Phase {
  /** The first of them; the others follow at the stride. */
  readonly first: number;
  /** The taps they see pixels through, in the order of those pixels. */
  readonly taps: readonly number[];
  /** The axis as one of a window with stride 1 over `size` pixels; `extent` is that of all results. */
  geometry(size: number, extent: number): AxisGeometry;
}

/**
 * Takes a transposed window apart. Result `o` sees pixel `(o + crop − u·dilation) / stride` through each tap
 * u for which that is whole: which taps do depends on the remainder of o alone, and their pixels move
 * on by one as o moves on by the stride.
 *
 * @param crop pixels cut off at the start of the full result
 */
export function phasesOf(
  kernel: number,
  stride: number,
  dilation: number,
  crop: number,
): readonly Phase[] {
  return Array.from({ length: stride }, (_, first) => {
    const taps = Array.from({ length: kernel }, (_tap, u) => kernel - 1 - u).filter(
      (u) => (first + crop - u * dilation) % stride === 0,
    );
    const pixels = taps.map((u) => (first + crop - u * dilation) / stride);
    const [start = 0, next = start + 1] = pixels;
    return {
      first,
      taps,
      geometry: (size, extent) => ({
        size,
        outputs: Math.max(0, Math.ceil((extent - first) / stride)),
        kernel: taps.length,
        stride: 1,
        dilation: next - start,
        before: -start,
      }),
    };
  });
}
