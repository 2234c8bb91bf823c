import { describe, expect, it } from 'vitest';
import { transposedCrop, transposedOutputs } from './transposed-window.js';
import type { Window } from './window.js';

function window(
  kernel: number,
  stride: number,
  dilation: number,
  padding: Window['padding'],
): Window {
  return { kernel, stride, dilation, padding };
}

describe('a transposed window', () => {
  it('reaches (size − 1)·stride + span', () => {
    expect(transposedOutputs(4, window(3, 2, 1, 'valid'), 0)).toBe(9);
    expect(transposedOutputs(4, window(3, 2, 2, 'valid'), 1)).toBe(12);
    expect(transposedOutputs('H', window(2, 2, 1, 'valid'), 0)).toBe('2*H');
    expect(transposedOutputs(4, window(3, 2, 1, { before: 1, after: 0 }), 0)).toBe(8);
    expect(transposedOutputs(0, window(3, 2, 1, 'valid'), 0)).toBe(0);
  });

  it('puts out size·stride for the same kinds and cuts the odd pixel where they say', () => {
    const same = window(4, 1, 1, 'same');
    expect(transposedOutputs('W', same, 0)).toBe('W');
    expect(transposedCrop(5, same, 0)).toEqual({ before: 1, after: 2 });
    expect(transposedCrop(5, window(4, 1, 1, 'sameLower'), 0)).toEqual({ before: 2, after: 1 });
    expect(transposedCrop(5, window(3, 2, 1, 'same'), 0)).toEqual({ before: 0, after: 1 });
    expect(transposedCrop(5, window(3, 2, 1, 'same'), 1)).toEqual({ before: 1, after: 1 });
  });

  it('cuts nothing when the stride leaves gaps', () => {
    expect(transposedOutputs(5, window(2, 3, 1, 'same'), 0)).toBe(15);
    expect(transposedCrop(5, window(2, 3, 1, 'same'), 0)).toEqual({ before: 0, after: 0 });
  });
});
