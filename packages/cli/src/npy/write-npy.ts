import { bytesOf, type Tensor } from '@separable/core';
import { descriptionOf } from './element-types.js';

/**
 * A tensor as a .npy file of version 1, row-major, little-endian.
 *
 * Source: NumPy, `numpy.lib.format`; elements begin at a multiple of 64 bytes.
 */
export function writeNpy(tensor: Tensor): Uint8Array {
  const { dtype, shape } = tensor;
  // A tuple of one has a comma in Python.
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dictionary = `{'descr': '${descriptionOf[dtype]}', 'fortran_order': False, 'shape': (${tuple}), }`;
  const start = Math.ceil((10 + dictionary.length + 1) / 64) * 64;
  const header = `${dictionary.padEnd(start - 10 - 1)}\n`;
  const elements = bytesOf(tensor);
  const file = new Uint8Array(start + elements.length);
  file.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  new DataView(file.buffer).setUint16(8, header.length, true);
  file.set(new TextEncoder().encode(header), 10);
  file.set(elements, start);
  return file;
}
