import { type BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { type EntryProto, readEntry, writeEntry } from './entry-proto.js';
import { limits } from './limits.js';
import { type Message, readFields } from './message.js';
import { float32List, float64List, int32List, int64List, uint64List } from './number-list.js';
import type { Place } from './place.js';
import { writeBytes, writeInt64, writeMessages, writePacked, writeString } from './write.js';

/** `TensorProto`. Its elements stand in exactly one of the data fields, chosen by type and writer. */
export interface TensorProto {
  readonly name: string;
  readonly dims: readonly number[];
  /** A value of {@link elementTypes}. */
  readonly dataType: number;
  readonly floatData: Float32Array;
  readonly int32Data: Int32Array;
  readonly int64Data: BigInt64Array;
  readonly uint64Data: BigUint64Array;
  readonly doubleData: Float64Array;
  readonly stringData: readonly Uint8Array[];
  /** Little-endian elements; undefined when the field is absent, which an empty tensor also is. */
  readonly rawData: Uint8Array | undefined;
  readonly externalData: readonly EntryProto[];
  /** Whether the elements stand in another file. */
  readonly external: boolean;
  /** Whether it is a piece of a larger tensor, a form no known writer uses. */
  readonly segmented: boolean;
  readonly place: Place;
}

export function readTensorProto(message: Message): TensorProto {
  const dims: bigint[] = [];
  const floats = float32List();
  const int32s = int32List();
  const int64s = int64List();
  const uint64s = uint64List();
  const doubles = float64List();
  const stringData: Uint8Array[] = [];
  const externalData: EntryProto[] = [];
  const scalar = { name: '', dataType: 0, location: 0, segmented: false };
  let rawData: Uint8Array | undefined;
  readFields(message, {
    1: (f) => {
      f.int64s('dims', dims);
      if (dims.length > limits.rank) throw f.error('dims', `a tensor has over ${limits.rank} dimensions`);
      if (dims.some((d) => d < 0n || d > BigInt(Number.MAX_SAFE_INTEGER))) {
        throw f.error('dims', `expected extents from 0 to 2^53 - 1, got [${dims.join(', ')}]`);
      }
    },
    2: (f) => (scalar.dataType = f.int32('data_type')),
    3: () => (scalar.segmented = true),
    4: (f) => f.floats('float_data', floats),
    5: (f) => f.int32s('int32_data', int32s),
    6: (f) => stringData.push(f.bytes('string_data')),
    7: (f) => f.int64s('int64_data', int64s),
    8: (f) => (scalar.name = f.string('name')),
    9: (f) => (rawData = f.bytes('raw_data')),
    10: (f) => f.doubles('double_data', doubles),
    11: (f) => f.uint64s('uint64_data', uint64s),
    13: (f) => externalData.push(readEntry(f.child(`external_data[${externalData.length}]`))),
    14: (f) => (scalar.location = f.int32('data_location')),
  });
  return {
    name: scalar.name,
    dims: dims.map(Number),
    dataType: scalar.dataType,
    floatData: floats.finish(),
    int32Data: int32s.finish(),
    int64Data: int64s.finish(),
    uint64Data: uint64s.finish(),
    doubleData: doubles.finish(),
    stringData,
    rawData,
    externalData,
    external: scalar.location === 1,
    segmented: scalar.segmented,
    place: message,
  };
}

export function writeTensorProto(writer: BinaryWriter, tensor: TensorProto): void {
  writePacked(writer, 1, tensor.dims, (d) => writer.int64(d));
  writeInt64(writer, 2, tensor.dataType);
  writePacked(writer, 4, tensor.floatData, (v) => writer.float(v));
  writePacked(writer, 5, tensor.int32Data, (v) => writer.int32(v));
  for (const text of tensor.stringData) writer.tag(6, WireType.LengthDelimited).bytes(text);
  writePacked(writer, 7, tensor.int64Data, (v) => writer.int64(v));
  writeString(writer, 8, tensor.name);
  if (tensor.rawData !== undefined) writeBytes(writer, 9, tensor.rawData);
  writePacked(writer, 10, tensor.doubleData, (v) => writer.double(v));
  writePacked(writer, 11, tensor.uint64Data, (v) => writer.uint64(v));
  writeMessages(writer, 13, writeEntry, tensor.externalData);
  writeInt64(writer, 14, Number(tensor.external));
}
