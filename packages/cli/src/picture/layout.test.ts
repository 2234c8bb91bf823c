import { describe, expect, it } from 'vitest';
import { placingIn } from './layout.js';

describe('where a picture goes in an input', () => {
  it('follows the axis of 3 channels, or of 1', () => {
    expect(placingIn('x', [1, 3, 224, 192])).toEqual({
      layout: 'nchw',
      channels: 3,
      height: 224,
      width: 192,
    });
    expect(placingIn('x', ['batch', 224, 192, 3])).toEqual({
      layout: 'nhwc',
      channels: 3,
      height: 224,
      width: 192,
    });
    expect(placingIn('x', [1, 'H', 'W', 3])).toEqual({
      layout: 'nhwc',
      channels: 3,
      height: undefined,
      width: undefined,
    });
    expect(placingIn('x', [1, 1, 28, 28])).toEqual({
      layout: 'nchw',
      channels: 1,
      height: 28,
      width: 28,
    });
  });

  it('follows the user', () => {
    expect(placingIn('x', [1, 3, 8, 3], 'nhwc')).toEqual({
      layout: 'nhwc',
      channels: 3,
      height: 3,
      width: 8,
    });
    expect(placingIn('x', [1, 'H', 'W', 'C'], 'nhwc').channels).toBe(3);
  });

  it.each([
    [
      [1, 3, 8, 3],
      undefined,
      "input 'x' of shape [1, 3, 8, 3] does not show where its channels are\n  hint: --layout nhwc or nchw says it",
    ],
    [
      [1, 4, 8, 8],
      undefined,
      "input 'x' of shape [1, 4, 8, 8] does not show where its channels are",
    ],
    [
      [1, 4, 8, 8],
      'nchw',
      "input 'x' of shape [1, 4, 8, 8] takes no picture: it has 4 channels as nchw, a picture has 1 or 3",
    ],
    [[8, 8, 3], undefined, "input 'x' of shape [8, 8, 3] takes no picture: it needs four axes"],
    [
      [2, 8, 8, 3],
      undefined,
      "input 'x' of shape [2, 8, 8, 3] takes no single picture: its batch is 2",
    ],
  ] as const)('refuses %j with layout %s', (shape, layout, message) => {
    expect(() => placingIn('x', shape, layout)).toThrow(message);
  });
});
