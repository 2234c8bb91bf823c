import { describe, expect, it } from 'vitest';
import { failureOf } from '../../testing/failure.js';
import type { ElementTypeName } from '../proto/element-types.js';
import { makeTensor } from '../proto/make.js';
import type { TensorProto } from '../proto/tensor-proto.js';
import { elementsOf } from './elements.js';
import { toTensor } from './to-tensor.js';

function convert(proto: TensorProto): { dtype: string; values: number[] } {
  const { dtype, data } = toTensor(proto, elementsOf(proto));
  return { dtype, values: [...data] };
}

function raw(type: ElementTypeName, view: ArrayBufferView): TensorProto {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  // An odd offset, as strings before it in a file would cause.
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  const { length } = view as unknown as { length: number };
  return makeTensor(type, [length], { rawData: shifted.subarray(3) });
}

describe('toTensor', () => {
  it.each([
    ['float', Float32Array.of(0.5, -0, Infinity), 'float32', [0.5, -0, Infinity]],
    ['double', Float64Array.of(0.1, 1e300), 'float32', [Math.fround(0.1), Infinity]],
    ['int8', Int8Array.of(-128, 127), 'int32', [-128, 127]],
    ['int16', Int16Array.of(-32768, 5), 'int32', [-32768, 5]],
    ['uint16', Uint16Array.of(65535, 5), 'int32', [65535, 5]],
    ['int32', Int32Array.of(-(2 ** 31), 5), 'int32', [-(2 ** 31), 5]],
    ['uint32', Uint32Array.of(2 ** 31 - 1), 'int32', [2 ** 31 - 1]],
    ['int64', BigInt64Array.of(-(2n ** 31n), 5n), 'int32', [-(2 ** 31), 5]],
    ['uint64', BigUint64Array.of(7n), 'int32', [7]],
    ['uint8', Uint8Array.of(255, 0), 'uint8', [255, 0]],
    ['bool', Uint8Array.of(1, 0, 7), 'bool', [1, 0, 1]],
  ] as const)('reads raw %s', (type, view, dtype, values) => {
    expect(convert(raw(type, view))).toEqual({ dtype, values });
  });

  it.each([
    ['float', { floatData: Float32Array.of(0.5) }, 'float32', [0.5]],
    ['double', { doubleData: Float64Array.of(0.5) }, 'float32', [0.5]],
    ['int8', { int32Data: Int32Array.of(-3) }, 'int32', [-3]],
    ['uint8', { int32Data: Int32Array.of(200) }, 'uint8', [200]],
    ['bool', { int32Data: Int32Array.of(1) }, 'bool', [1]],
    ['int64', { int64Data: BigInt64Array.of(-3n) }, 'int32', [-3]],
    ['uint32', { uint64Data: BigUint64Array.of(3n) }, 'int32', [3]],
    ['float16', { int32Data: Int32Array.of(0x3c00) }, 'float32', [1]],
  ] as const)('reads %s from its typed field', (type, parts, dtype, values) => {
    expect(convert(makeTensor(type, [1], parts))).toEqual({ dtype, values });
  });

  it('widens half floats: ordinary, subnormal, infinite, NaN, negative zero', () => {
    const bits = Uint16Array.of(
      0x3c00,
      0xc000,
      0x0001,
      0x03ff,
      0x7bff,
      0x7c00,
      0xfc00,
      0x7e00,
      0x8000,
    );
    const values = [1, -2, 2 ** -24, 1023 * 2 ** -24, 65504, Infinity, -Infinity, Number.NaN, -0];
    expect(convert(raw('float16', bits)).values).toEqual(values);
    expect(convert(raw('bfloat16', Uint16Array.of(0x3f80, 0xc040, 0x7f80))).values).toEqual([
      1,
      -3,
      Infinity,
    ]);
  });

  it('refuses integers outside int32, naming the element', () => {
    expect(
      failureOf(() => convert(raw('int64', BigInt64Array.of(1n, 2n ** 31n)))),
    ).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): element 1 of int64 tensor "" is 2147483648, outside int32"`,
    );
    expect(
      failureOf(() => convert(raw('uint32', Uint32Array.of(2 ** 32 - 1)))),
    ).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): element 0 of uint32 tensor "" is 4294967295, outside int32"`,
    );
  });

  it('refuses data of another length than the shape asks for, before it allocates', () => {
    const short = makeTensor('float', [2, 3], { rawData: new Uint8Array(8) });
    expect(failureOf(() => convert(short))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): a float tensor of shape [2, 3] needs 24 bytes of data, got 8"`,
    );
    const huge = makeTensor('float', [1e9, 1e9], { floatData: new Float32Array(0) });
    expect(failureOf(() => convert(huge))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): a tensor of shape [1000000000, 1000000000] has over 2^53 elements"`,
    );
    const large = makeTensor('float', [3e4, 3e4], { floatData: new Float32Array(0) });
    expect(failureOf(() => convert(large))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): a float tensor of shape [30000, 30000] needs 900000000 elements, got 0"`,
    );
  });

  it('refuses element types a graph does not have', () => {
    expect(failureOf(() => convert(makeTensor('string', [1], {})))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): tensors of string are not supported; float, double, int64, uint64, uint32, int32, int16, int8, uint16, uint8, bool, float16, bfloat16 are"`,
    );
  });
});
