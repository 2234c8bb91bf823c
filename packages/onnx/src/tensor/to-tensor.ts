import { type DType, type Tensor, tensor as makeTensor } from '@separable/core';
import { elementTypeName, elementTypes } from '../proto/element-types.js';
import { errorAt, quote } from '../proto/place.js';
import type { TensorProto } from '../proto/tensor-proto.js';
import { type Elements } from './elements.js';

const dtypes: ReadonlyMap<number, DType> = new Map<number, DType>([
  [elementTypes.float, 'float32'],
  [elementTypes.double, 'float32'],
  [elementTypes.float16, 'float32'],
  [elementTypes.bfloat16, 'float32'],
  [elementTypes.int8, 'int32'],
  [elementTypes.int16, 'int32'],
  [elementTypes.int32, 'int32'],
  [elementTypes.int64, 'int32'],
  [elementTypes.uint16, 'int32'],
  [elementTypes.uint32, 'int32'],
  [elementTypes.uint64, 'int32'],
  [elementTypes.uint8, 'uint8'],
  [elementTypes.bool, 'bool'],
]);

/**
 * The dtype that stands for an ONNX element type: float16, bfloat16 and double become float32 (a
 * double is rounded to the nearest single), every integer but uint8 becomes int32. Undefined for
 * types a graph does not have.
 */
export function dtypeOf(elementType: number): DType | undefined {
  return dtypes.get(elementType);
}

/**
 * The elements of a file's tensor as a tensor of the graph.
 *
 * @throws ImportError when an integer does not fit int32
 */
export function toTensor(proto: TensorProto, elements: Elements): Tensor {
  const dtype = dtypeOf(proto.dataType)!;
  if (dtype === 'float32') {
    const data = elements instanceof Float32Array ? elements : Float32Array.from(elements, Number);
    return makeTensor('float32', proto.dims, data);
  }
  if (dtype === 'uint8') return makeTensor('uint8', proto.dims, elements as Uint8Array);
  if (dtype === 'bool') {
    return makeTensor(
      'bool',
      proto.dims,
      Uint8Array.from(elements as Uint8Array, (v) => Number(v !== 0)),
    );
  }
  if (elements instanceof Int32Array) return makeTensor('int32', proto.dims, elements);
  const data = new Int32Array(elements.length);
  for (let i = 0; i < data.length; i++) {
    const value = Number(elements[i]);
    data[i] = value;
    if (data[i] !== value) {
      const name = elementTypeName(proto.dataType);
      const text = `element ${i} of ${name} tensor ${quote(proto.name)} is ${elements[i]}, outside int32`;
      throw errorAt(proto.place, text);
    }
  }
  return makeTensor('int32', proto.dims, data);
}
