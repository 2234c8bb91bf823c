import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { toTensor } from './to-tensor.js';

const pixels = { width: 2, height: 1, rgb: new Float32Array([255, 0, 51, 0, 102, 204]) };
const size = { height: 1, width: 2 };
const unit = { mean: [0, 0, 0], std: [1, 1, 1] };

describe('a picture as a tensor', () => {
  it('lies as the layout says', () => {
    expect(toTensor(pixels, { layout: 'nhwc', channels: 3, ...size }, 'float32', unit)).toEqual(
      tensor('float32', [1, 1, 2, 3], [1, 0, 0.2, 0, 0.4, 0.8]),
    );
    expect(toTensor(pixels, { layout: 'nchw', channels: 3, ...size }, 'float32', unit)).toEqual(
      tensor('float32', [1, 3, 1, 2], [1, 0, 0, 0.4, 0.2, 0.8]),
    );
  });

  it('takes mean and std of each channel', () => {
    const range = { mean: [0.5, 0, 0.2], std: [0.5, 2, 0.1] };
    const { data } = toTensor(pixels, { layout: 'nhwc', channels: 3, ...size }, 'float32', range);
    [1, 0, 0, -1, 0.2, 6].forEach((value, i) => expect(data[i]).toBeCloseTo(value, 5));
  });

  it('keeps bytes, and weighs the channels of grey', () => {
    expect(toTensor(pixels, { layout: 'nhwc', channels: 3, ...size }, 'uint8', unit).data).toEqual(
      new Uint8Array([255, 0, 51, 0, 102, 204]),
    );
    // 0.299 · 255 + 0.114 · 51 = 82.06; 0.587 · 102 + 0.114 · 204 = 83.13.
    expect(toTensor(pixels, { layout: 'nchw', channels: 1, ...size }, 'uint8', unit)).toEqual(
      tensor('uint8', [1, 1, 1, 2], [82, 83]),
    );
  });
});
