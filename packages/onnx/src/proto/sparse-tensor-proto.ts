import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type Message, readFields } from './message.js';
import { int64List } from './number-list.js';
import type { Place } from './place.js';
import { readTensorProto, type TensorProto, writeTensorProto } from './tensor-proto.js';
import { writeMessage, writePacked } from './write.js';

/** `SparseTensorProto`: recognised, so that an import can say where it met one. */
export interface SparseTensorProto {
  readonly values: TensorProto | undefined;
  readonly indices: TensorProto | undefined;
  readonly dims: BigInt64Array;
  readonly place: Place;
}

export function readSparseTensor(message: Message): SparseTensorProto {
  const dims = int64List();
  let values: TensorProto | undefined;
  let indices: TensorProto | undefined;
  readFields(message, {
    1: (f) => (values = readTensorProto(f.child('values'))),
    2: (f) => (indices = readTensorProto(f.child('indices'))),
    3: (f) => f.int64s('dims', dims),
  });
  return { values, indices, dims: dims.finish(), place: message };
}

export function writeSparseTensor(writer: BinaryWriter, tensor: SparseTensorProto): void {
  writeMessage(writer, 1, writeTensorProto, tensor.values);
  writeMessage(writer, 2, writeTensorProto, tensor.indices);
  writePacked(writer, 3, tensor.dims, (d) => writer.int64(d));
}
