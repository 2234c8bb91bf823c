import { type BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { type GraphProto, readGraph, writeGraph } from './graph-proto.js';
import { type Message, readFields } from './message.js';
import { float32List, int64List } from './number-list.js';
import type { Place } from './place.js';
import { readSparseTensor, type SparseTensorProto, writeSparseTensor } from './sparse-tensor-proto.js';
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

export function readAttribute(message: Message): AttributeProto {
  const scalar = { name: '', reference: '', type: 0, f: 0, i: 0n, s: new Uint8Array(0) };
  const floats = float32List();
  const ints = int64List();
  const strings: Uint8Array[] = [];
  const tensors: TensorProto[] = [];
  const graphs: GraphProto[] = [];
  let t: TensorProto | undefined;
  let g: GraphProto | undefined;
  let sparseTensor: SparseTensorProto | undefined;
  readFields(message, {
    1: (f) => (scalar.name = f.string('name')),
    2: (f) => (scalar.f = f.float('f')),
    3: (f) => (scalar.i = f.int64('i')),
    4: (f) => (scalar.s = new Uint8Array(f.bytes('s'))),
    5: (f) => (t = readTensorProto(f.child('t'))),
    6: (f) => (g = readGraph(f.child('g'))),
    7: (f) => f.floats('floats', floats),
    8: (f) => f.int64s('ints', ints),
    9: (f) => strings.push(f.bytes('strings')),
    10: (f) => tensors.push(readTensorProto(f.child(`tensors[${tensors.length}]`))),
    11: (f) => graphs.push(readGraph(f.child(`graphs[${graphs.length}]`))),
    20: (f) => (scalar.type = f.int32('type')),
    21: (f) => (scalar.reference = f.string('ref_attr_name')),
    22: (f) => (sparseTensor = readSparseTensor(f.child('sparse_tensor'))),
  });
  const lists = { floats: floats.finish(), ints: ints.finish(), strings, tensors, graphs };
  return { ...scalar, ...lists, t, g, sparseTensor, place: message };
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
