import { allocate, sizeOf, type Tensor } from '@separable/core';
import { FileError } from '../errors.js';
import { type ElementType, elementTypes } from './element-types.js';
import { readHeader } from './header.js';

/**
 * Reads a .npy file: float32, float64 (rounded to float32), integers of 8 to 64 bits (as int32; uint8
 * stays) and bool, of either byte order, row- or column-major.
 *
 * @throws FileError when it is no such file, is cut short, or holds an integer that int32 cannot
 */
export function readNpy(file: Uint8Array): Tensor {
  const { description, fortranOrder, shape, start } = readHeader(file);
  const [, order, kind = ''] = /^([<>|=]?)(\w+)$/.exec(description) ?? [];
  const type = Object.hasOwn(elementTypes, kind) ? elementTypes[kind] : undefined;
  if (type === undefined) {
    throw new FileError(`the .npy file holds elements of type '${description}'`, {
      hint: `${Object.keys(elementTypes).join(', ')} can be read`,
    });
  }
  const [size, there] = [sizeOf(shape), file.length - start];
  // Before anything is allocated: the shape is the file's word.
  if (size * type.bytes !== there) {
    throw new FileError(
      `the .npy file of shape (${shape.join(', ')}) needs ${size * type.bytes} bytes of elements, ${there} are there`,
    );
  }
  const view = new DataView(file.buffer, file.byteOffset + start, there);
  const data = readElements(view, type, size, order !== '>');
  return { dtype: type.dtype, shape, data: fortranOrder ? toRowMajor(type, shape, data) : data };
}

function readElements(
  view: DataView,
  type: ElementType,
  size: number,
  littleEndian: boolean,
): Tensor['data'] {
  const data = allocate(type.dtype, size);
  for (let i = 0; i < size; i++) {
    const element = type.read(view, i * type.bytes, littleEndian);
    data[i] = Number(element);
    if (typeof element === 'bigint' && BigInt(data[i]!) !== element) {
      throw new FileError(`element ${i} of the .npy file is ${element}, which int32 cannot hold`);
    }
  }
  return data;
}

function toRowMajor(
  { dtype }: ElementType,
  shape: readonly number[],
  columnMajor: Tensor['data'],
): Tensor['data'] {
  const data = allocate(dtype, columnMajor.length);
  const index = shape.map(() => 0);
  for (let i = 0; i < data.length; i++) {
    let [from, stride] = [0, 1];
    for (let axis = 0; axis < shape.length; axis++) {
      from += index[axis]! * stride;
      stride *= shape[axis]!;
    }
    data[i] = columnMajor[from]!;
    for (let axis = shape.length - 1; axis >= 0 && ++index[axis]! === shape[axis]; axis--)
      index[axis] = 0;
  }
  return data;
}
