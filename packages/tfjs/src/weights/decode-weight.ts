import { sizeOf, type Tensor, tensor } from '@separable/core';
import type { WeightSpec } from '../file/weights-manifest.js';
import { fromFloat16 } from './float16.js';

/** The tensor of a weight out of its own bytes, which are little-endian like every engine's arrays. */
export function decodeWeight(spec: WeightSpec, bytes: Uint8Array): Tensor {
  const { dtype, shape, stored, scale, min } = spec;
  const size = sizeOf(shape);
  // A copy, because arrays of wide elements start at multiples of their size, and weights anywhere.
  const own = (): ArrayBuffer => new Uint8Array(bytes).buffer;
  if (stored === 'float32') return tensor('float32', shape, new Float32Array(own(), 0, size));
  if (stored === 'int32') return tensor('int32', shape, new Int32Array(own(), 0, size));
  if (stored === 'bool') {
    return tensor(
      'bool',
      shape,
      Uint8Array.from(bytes, (byte) => Number(byte !== 0)),
    );
  }
  const codes = stored === 'uint8' ? bytes : new Uint16Array(own(), 0, size);
  if (stored === 'float16') return tensor('float32', shape, fromFloat16(codes as Uint16Array));
  if (dtype === 'float32') {
    return tensor(
      'float32',
      shape,
      Float32Array.from(codes, (code) => code * scale + min),
    );
  }
  return tensor(
    'int32',
    shape,
    Int32Array.from(codes, (code) => Math.round(code * scale + min)),
  );
}
