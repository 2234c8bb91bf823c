import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { readJsonTensor } from './json-tensor.js';

const read = (text: string, dtype: 'float32' | 'int32' | 'uint8' | 'bool' = 'float32') =>
  readJsonTensor(Buffer.from(text), dtype);

describe('tensors in JSON', () => {
  it('are nested arrays of the dtype asked for', () => {
    expect(read('[[1, 2.5], [-3, 4]]')).toEqual(tensor('float32', [2, 2], [1, 2.5, -3, 4]));
    expect(read('["NaN", "-Infinity", "Infinity"]')).toEqual(
      tensor('float32', [3], [NaN, -Infinity, Infinity]),
    );
    expect(read('[true, false, 1]', 'bool')).toEqual(tensor('bool', [3], [1, 0, 1]));
    expect(read('7', 'int32')).toEqual(tensor('int32', [], [7]));
    expect(read('[[], []]')).toEqual(tensor('float32', [2, 0]));
  });

  it('are objects with dtype, shape and data', () => {
    const text = '{"dtype": "uint8", "shape": [2, 2], "data": [1, 2, 3, 4]}';
    expect(read(text)).toEqual(tensor('uint8', [2, 2], [1, 2, 3, 4]));
    expect(read('{"data": [[1], [2]]}')).toEqual(tensor('float32', [2, 1], [1, 2]));
  });

  it.each([
    ['[1, 2', 'float32', 'this is not JSON: '],
    ['[[1, 2], [3]]', 'float32', 'the value[1] must be a list of 2, as its neighbours are'],
    ['[[1], 2]', 'float32', 'the value[1] must be a list of 1, as its neighbours are'],
    ['[1, [2]]', 'float32', 'the value[1] is [2], which is no float32'],
    ['[1, null]', 'float32', 'the value[1] is null, which is no float32'],
    ['["toString"]', 'float32', 'the value[0] is "toString", which is no float32'],
    ['[256]', 'uint8', 'the value[0] is 256, which is no uint8'],
    ['[0.5]', 'int32', 'the value[0] is 0.5, which is no int32'],
    [
      '{"dtype": "float64", "data": []}',
      'float32',
      '"dtype" must be one of float32, int32, uint8, bool, got "float64"',
    ],
    ['{"shape": [3], "data": [1]}', 'float32', '"shape" [3] needs 3 numbers, "data" has 1'],
    ['{"shape": "3", "data": [1]}', 'float32', '"shape" must be a list of sizes, got "3"'],
    ['{}', 'float32', '"data" is missing, which is no float32'],
  ] as const)('refuses %s as %s', (text, dtype, message) => {
    expect(() => read(text, dtype)).toThrow(message);
  });
});
