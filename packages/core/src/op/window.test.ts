import { describe, expect, it } from 'vitest';
import { resolvePadding, type Window, windowOutputs } from './window.js';

function window(
  kernel: number,
  stride: number,
  dilation: number,
  padding: Window['padding'],
): Window {
  return { kernel, stride, dilation, padding };
}

describe('a sliding window', () => {
  it('puts the odd pixel of an even kernel after for same, before for sameLower', () => {
    expect(resolvePadding(5, window(2, 1, 1, 'same'))).toEqual({ before: 0, after: 1 });
    expect(resolvePadding(5, window(2, 1, 1, 'sameLower'))).toEqual({ before: 1, after: 0 });
    expect(resolvePadding(5, window(4, 1, 1, 'same'))).toEqual({ before: 1, after: 2 });
    expect(resolvePadding(5, window(4, 1, 1, 'sameLower'))).toEqual({ before: 2, after: 1 });
  });

  it('needs less same padding the further it strides', () => {
    // 3 outputs at 0, 2, 4 span pixels 0 to 6 of 6: one pixel short.
    expect(resolvePadding(6, window(3, 2, 1, 'same'))).toEqual({ before: 0, after: 1 });
    expect(resolvePadding(6, window(3, 2, 1, 'sameLower'))).toEqual({ before: 1, after: 0 });
    expect(resolvePadding(7, window(3, 2, 1, 'same'))).toEqual({ before: 1, after: 1 });
    expect(resolvePadding(6, window(2, 3, 1, 'same'))).toEqual({ before: 0, after: 0 });
  });

  it('counts a dilated kernel by its span', () => {
    expect(resolvePadding(8, window(3, 1, 3, 'same'))).toEqual({ before: 3, after: 3 });
    expect(windowOutputs(8, window(3, 1, 3, 'valid'))).toBe(2);
    expect(windowOutputs('W', window(3, 2, 2, 'valid'))).toBe('(W + 1)//2 - 2');
  });

  it('rounds outputs up for same and down otherwise', () => {
    expect(windowOutputs(7, window(3, 2, 1, 'same'))).toBe(4);
    expect(windowOutputs(8, window(3, 2, 1, 'valid'))).toBe(3);
    expect(windowOutputs(8, window(3, 2, 1, { before: 0, after: 1 }))).toBe(4);
    expect(windowOutputs('H', window(3, 2, 1, { before: 1, after: 1 }))).toBe('(H + 1)//2');
    expect(windowOutputs(0, window(3, 2, 1, 'same'))).toBe(0);
  });

  it('in ceil mode lets the last window hang over, unless it starts in the trailing padding', () => {
    expect(windowOutputs(6, window(3, 2, 1, 'valid'), true)).toBe(3);
    expect(windowOutputs(6, window(3, 2, 1, 'valid'), false)).toBe(2);
    // Windows of 2 at −1, 1, 3, 5 on pixels 0 to 4: the last one would start in the padding.
    expect(windowOutputs(5, window(2, 2, 1, { before: 1, after: 1 }), true)).toBe(3);
  });

  it('refuses to be larger than the padded input', () => {
    expect(() =>
      windowOutputs(2, window(3, 1, 2, { before: 1, after: 1 })),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: a window spanning 5 is larger than the input of 2 with padding 1 + 1]`,
    );
  });
});
