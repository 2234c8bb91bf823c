import { type BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { type GraphProto, readGraph, writeGraph } from './graph-proto.js';
import { type FieldReaders, type Message, readFields } from './message.js';
import { float32List, int64List, type NumberList } from './number-list.js';
import type { Place } from './place.js';
import {
  readSparseTensor,
  type SparseTensorProto,
  writeSparseTensor,
} from './sparse-tensor-proto.js';
import { readTensorProto, type TensorProto, writeTensorProto } from './tensor-proto.js';
import { writeBytes, writeInt64, writeMessage, writeMessages, writeString } from './write.js';

/** `AttributeProto.AttributeType`; 0 in files older than IR version 3, where the field is absent. */
export const attributeTypes = {
  undefined: 0,
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  strings: 8,
  tensors: 9,
  graphs: 10,
  sparseTensor: 11,
  sparseTensors: 12,
  type: 13,
  types: 14,
} as const;

/** `AttributeProto`: a named value of a node. `type` says which field holds it. */
export interface AttributeProto {
  readonly name: string;
  /** The attribute of the enclosing function it stands for; empty outside functions. */
  readonly reference: string;
  readonly type: number;
  readonly f: number;
  readonly i: bigint;
  readonly s: Uint8Array;
  readonly t: TensorProto | undefined;
  readonly g: GraphProto | undefined;
  readonly floats: Float32Array;
  readonly ints: BigInt64Array;
  readonly strings: readonly Uint8Array[];
  readonly tensors: readonly TensorProto[];
  readonly graphs: readonly GraphProto[];
  readonly sparseTensor: SparseTensorProto | undefined;
  readonly place: Place;
}

interface Draft {
  name: string;
  reference: string;
  type: number;
  f: number;
  i: bigint;
  s: Uint8Array;
  t: TensorProto | undefined;
  g: GraphProto | undefined;
  readonly floats: NumberList<number, Float32Array>;
  readonly ints: NumberList<bigint, BigInt64Array>;
  readonly strings: Uint8Array[];
  readonly tensors: TensorProto[];
  readonly graphs: GraphProto[];
  sparseTensor: SparseTensorProto | undefined;
}

const fields: FieldReaders<Draft> = {
  1: (f, draft) => (draft.name = f.string('name')),
  2: (f, draft) => (draft.f = f.float('f')),
  3: (f, draft) => (draft.i = f.int64('i')),
  4: (f, draft) => (draft.s = f.bytes('s')),
  5: (f, draft) => (draft.t = readTensorProto(f.child('t'))),
  6: (f, draft) => (draft.g = readGraph(f.child('g'))),
  7: (f, draft) => f.floats('floats', draft.floats),
  8: (f, draft) => f.int64s('ints', draft.ints),
  9: (f, draft) => draft.strings.push(f.bytes('strings')),
  10: (f, { tensors }) => tensors.push(readTensorProto(f.child(`tensors[${tensors.length}]`))),
  11: (f, { graphs }) => graphs.push(readGraph(f.child(`graphs[${graphs.length}]`))),
  20: (f, draft) => (draft.type = f.int32('type')),
  21: (f, draft) => (draft.reference = f.string('ref_attr_name')),
  22: (f, draft) => (draft.sparseTensor = readSparseTensor(f.child('sparse_tensor'))),
};

const noBytes = new Uint8Array(0);

export function readAttribute(message: Message): AttributeProto {
  const draft = readFields<Draft>(message, fields, {
    name: '',
    reference: '',
    type: 0,
    f: 0,
    i: 0n,
    s: noBytes,
    t: undefined,
    g: undefined,
    floats: float32List(),
    ints: int64List(),
    strings: [],
    tensors: [],
    graphs: [],
    sparseTensor: undefined,
  });
  return { ...draft, floats: draft.floats.finish(), ints: draft.ints.finish(), place: message };
}

export function writeAttribute(writer: BinaryWriter, attribute: AttributeProto): void {
  const { type, f } = attribute;
  writeString(writer, 1, attribute.name);
  if (type === attributeTypes.float) writer.tag(2, WireType.Bit32).float(f);
  if (type === attributeTypes.int) writer.tag(3, WireType.Varint).int64(attribute.i);
  writeBytes(writer, 4, attribute.s);
  writeMessage(writer, 5, writeTensorProto, attribute.t);
  writeMessage(writer, 6, writeGraph, attribute.g);
  // Repeated numbers of attributes are not packed in the schema; old readers insist on it.
  for (const value of attribute.floats) writer.tag(7, WireType.Bit32).float(value);
  for (const value of attribute.ints) writer.tag(8, WireType.Varint).int64(value);
  for (const value of attribute.strings) writer.tag(9, WireType.LengthDelimited).bytes(value);
  writeMessages(writer, 10, writeTensorProto, attribute.tensors);
  writeMessages(writer, 11, writeGraph, attribute.graphs);
  writeInt64(writer, 20, type);
  writeString(writer, 21, attribute.reference);
  writeMessage(writer, 22, writeSparseTensor, attribute.sparseTensor);
}
