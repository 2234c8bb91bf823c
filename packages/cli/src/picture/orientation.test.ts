import { describe, expect, it } from 'vitest';
import { orientationOf, upright } from './orientation.js';

/** `ab` over `cd`. */
const stored = {
  width: 2,
  height: 2,
  rgb: Uint8Array.from(
    [...'abcd'].flatMap((letter) => Array.from({ length: 3 }, () => letter.charCodeAt(0))),
  ),
};

describe('turning a picture upright', () => {
  // Source of the letters: Exif 2.3, the position of the stored row 0 and column 0 for each value.
  it.each([
    [1, 'abcd'],
    [2, 'badc'],
    [3, 'dcba'],
    [4, 'cdab'],
    [5, 'acbd'],
    [6, 'cadb'],
    [7, 'dbca'],
    [8, 'bdac'],
  ])('does what orientation %i asks', (orientation, letters) => {
    const { rgb } = upright(stored, orientation);
    expect(String.fromCharCode(...[0, 3, 6, 9].map((at) => rgb[at]!))).toBe(letters);
  });

  it('swaps width and height of a quarter turn', () => {
    const { width, height } = upright({ width: 3, height: 2, rgb: new Uint8Array(18) }, 8);
    expect([width, height]).toEqual([2, 3]);
  });

  it('takes a file without EXIF data, or with damaged data, as upright', () => {
    expect(orientationOf(new Uint8Array([0xff, 0xd8]))).toBe(1);
    const cut = Buffer.from(
      '\u00ff\u00d8\u00ff\u00e1\u0000\u0012Exif\0\0MM\0*\u00ff\u00ff\u00ff\u00ff\0\0',
      'latin1',
    );
    expect(orientationOf(cut)).toBe(1);
    const endless = Buffer.from(
      '\u00ff\u00d8\u00ff\u00e0\u0000\u0000\u00ff\u00e0\u0000\u0000',
      'latin1',
    );
    expect(orientationOf(endless)).toBe(1);
  });
});
