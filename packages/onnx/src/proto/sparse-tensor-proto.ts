import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type FieldReaders, type Message, readFields } from './message.js';
import { int64List, type NumberList } from './number-list.js';
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

interface Draft {
  values: TensorProto | undefined;
  indices: TensorProto | undefined;
  dims: NumberList<bigint, BigInt64Array>;
}

const fields: FieldReaders<Draft> = {
  1: (f, sparse) => (sparse.values = readTensorProto(f.child('values'))),
  2: (f, sparse) => (sparse.indices = readTensorProto(f.child('indices'))),
  3: (f, sparse) => f.int64s('dims', sparse.dims),
};

export function readSparseTensor(message: Message): SparseTensorProto {
  const draft = { values: undefined, indices: undefined, dims: int64List() };
  const { values, indices, dims } = readFields<Draft>(message, fields, draft);
  return { values, indices, dims: dims.finish(), place: message };
}

export function writeSparseTensor(writer: BinaryWriter, tensor: SparseTensorProto): void {
  writeMessage(writer, 1, writeTensorProto, tensor.values);
  writeMessage(writer, 2, writeTensorProto, tensor.indices);
  writePacked(writer, 3, tensor.dims, (d) => writer.int64(d));
}
