import { describe, expect, it } from 'vitest';
import { tensor } from '@separable/core';
import { readNpy } from './read-npy.js';
import { writeNpy } from './write-npy.js';

/** A file as NumPy would write it. */
function npy(
  descr: string,
  shape: string,
  elements: ArrayLike<number>,
  { order = 'False', version = 1 } = {},
): Uint8Array {
  const header = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`;
  const length =
    version === 1
      ? [header.length & 255, header.length >> 8]
      : [header.length & 255, header.length >> 8, 0, 0];
  return new Uint8Array([
    0x93,
    ...Buffer.from('NUMPY'),
    version,
    0,
    ...length,
    ...Buffer.from(header),
    ...Array.from(elements),
  ]);
}

function bytes(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

describe('.npy files', () => {
  it.each([
    tensor('float32', [2, 3], [0, -0, NaN, Infinity, -1.5, 1e-45]),
    tensor('int32', [3], [-(2 ** 31), 0, 2 ** 31 - 1]),
    tensor('uint8', [1, 1, 2], [0, 255]),
    tensor('bool', [2], [true, false]),
    tensor('float32', [], [7]),
    tensor('float32', [0, 4]),
  ])('come back as they were written: $dtype $shape', (given) => {
    const file = writeNpy(given);
    expect(file.length - given.data.byteLength).toBe(
      64 * Math.ceil((file.length - given.data.byteLength) / 64),
    );
    expect(readNpy(file)).toEqual(given);
  });

  it('are written the way NumPy writes them', () => {
    const file = writeNpy(tensor('float32', [3], [1, 2, 3]));
    expect(Buffer.from(file.subarray(0, 10)).toString('latin1')).toBe(
      '\u0093NUMPY\u0001\u0000\u0076\u0000',
    );
    expect(Buffer.from(file.subarray(10, 128)).toString()).toBe(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }".padEnd(117) + '\n',
    );
  });

  it('are narrowed to the dtypes of graphs', () => {
    expect(readNpy(npy('<f8', '(2,)', bytes(new Float64Array([0.1, 2]))))).toEqual(
      tensor('float32', [2], [0.1, 2]),
    );
    expect(readNpy(npy('<i8', '(2,)', bytes(new BigInt64Array([-5n, 7n]))))).toEqual(
      tensor('int32', [2], [-5, 7]),
    );
    expect(readNpy(npy('|i1', '(2,)', [255, 1]))).toEqual(tensor('int32', [2], [-1, 1]));
    expect(readNpy(npy('<i2', '(1,)', [0xfe, 0xff]))).toEqual(tensor('int32', [1], [-2]));
    expect(readNpy(npy('|b1', '(3,)', [0, 1, 2]))).toEqual(tensor('bool', [3], [0, 1, 1]));
  });

  it('may be big-endian, column-major, of version 2 or 3', () => {
    expect(readNpy(npy('>i4', '(1,)', [0, 0, 1, 2]))).toEqual(tensor('int32', [1], [258]));
    const columnMajor = npy('|u1', '(2, 3)', [1, 4, 2, 5, 3, 6], { order: 'True' });
    expect(readNpy(columnMajor)).toEqual(tensor('uint8', [2, 3], [1, 2, 3, 4, 5, 6]));
    for (const version of [2, 3]) {
      expect(readNpy(npy('|u1', '(2,)', [8, 9], { version }))).toEqual(
        tensor('uint8', [2], [8, 9]),
      );
    }
  });

  it('refuses what is no such file', () => {
    const good = writeNpy(tensor('float32', [4]));
    const text = [
      new Uint8Array(0),
      Buffer.from('hello, world'),
      good.subarray(0, 9),
      good.subarray(0, 40),
      good.subarray(0, -1),
      npy('|u1', '(9007199254740991, 9007199254740991)', [1]),
      npy('|u1', '(-1,)', [1]),
      npy('<f2', '(1,)', [1, 2]),
      npy('|O', '(1,)', [1]),
      npy('<f4', '3', [1]),
      npy('|u1', '(1,)', [1], { version: 9 }),
      npy('<i8', '(1,)', bytes(new BigInt64Array([2n ** 31n]))),
    ].map((file) => {
      let message = 'accepted';
      try {
        readNpy(file);
      } catch (error) {
        message = (error as Error).message;
      }
      return message;
    });
    expect(text.join('\n')).toMatchInlineSnapshot(`
      "this is no .npy file: it does not begin with \\x93NUMPY
      this is no .npy file: it does not begin with \\x93NUMPY
      the .npy file ends in its header, after 9 bytes
      the .npy file ends in its header: it claims 118 bytes, 30 are there
      the .npy file of shape (4) needs 16 bytes of elements, 15 are there
      the .npy file of shape (9007199254740991, 9007199254740991) needs 8.112963841460666e+31 bytes of elements, 1 are there
      the header of the .npy file cannot be read: {'descr': '|u1', 'fortran_order': False, 'shape': (-1,), }
      the .npy file holds elements of type '<f2'
        hint: f4, f8, i1, i2, i4, i8, u1, b1 can be read
      the .npy file holds elements of type '|O'
        hint: f4, f8, i1, i2, i4, i8, u1, b1 can be read
      the header of the .npy file cannot be read: {'descr': '<f4', 'fortran_order': False, 'shape': 3, }
      .npy files of version 9 cannot be read
      element 0 of the .npy file is 2147483648, which int32 cannot hold"
    `);
  });
});
