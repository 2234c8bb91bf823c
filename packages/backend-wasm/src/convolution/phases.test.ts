import { describe, expect, it } from 'vitest';
import { phasesOf } from './phases.js';
import { tapsOf } from './window-geometry.js';

/** The pixels each result sees, and through which tap, by the definition of a transposed window. */
function byDefinition(
  size: number,
  extent: number,
  [kernel, stride, dilation, crop]: readonly [number, number, number, number],
): readonly string[][] {
  return Array.from({ length: extent }, (_, result) => {
    const seen: string[] = [];
    for (let pixel = 0; pixel < size; pixel++) {
      for (let tap = 0; tap < kernel; tap++) {
        if (pixel * stride + tap * dilation - crop === result) seen.push(`${pixel} by ${tap}`);
      }
    }
    return seen;
  });
}

describe('the phases of a transposed window', () => {
  it.each([
    [2, 2, 1, 0],
    [3, 2, 1, 1],
    [3, 1, 1, 1],
    [3, 1, 2, 0],
    [4, 2, 2, 3],
    [5, 3, 2, 2],
    [2, 3, 1, 0],
    [1, 4, 1, 0],
    [3, 2, 1, 4],
    [3, 4, 6, 5],
  ] as const)('see the same pixels: kernel %i, stride %i, dilation %i, crop %i', (...window) => {
    const [kernel, stride, dilation, crop] = window;
    const [size, extent] = [6, 17];
    const seen: string[][] = Array.from({ length: extent }, () => []);
    for (const phase of phasesOf(kernel, stride, dilation, crop)) {
      const axis = phase.geometry(size, extent);
      for (let output = 0; output < axis.outputs; output++) {
        const { first, end } = tapsOf(axis, output);
        for (let tap = first; tap < end; tap++) {
          const pixel = output - axis.before + tap * axis.dilation;
          seen[phase.first + output * stride]!.push(`${pixel} by ${phase.taps[tap]!}`);
        }
      }
    }
    expect(seen).toEqual(byDefinition(size, extent, window));
  });
});
