import { type BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { type EntryProto, readEntry, writeEntry } from './entry-proto.js';
import { limits } from './limits.js';
import { type FieldReaders, type Message, readFields } from './message.js';
import {
  float32List,
  float64List,
  int32List,
  int64List,
  type NumberList,
  uint64List,
} from './number-list.js';
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

interface Draft {
  name: string;
  readonly dims: bigint[];
  dataType: number;
  readonly floats: NumberList<number, Float32Array>;
  readonly int32s: NumberList<number, Int32Array>;
  readonly int64s: NumberList<bigint, BigInt64Array>;
  readonly uint64s: NumberList<bigint, BigUint64Array>;
  readonly doubles: NumberList<number, Float64Array>;
  readonly stringData: Uint8Array[];
  rawData: Uint8Array | undefined;
  readonly externalData: EntryProto[];
  location: number;
  segmented: boolean;
}

const largestExtent = BigInt(Number.MAX_SAFE_INTEGER);

const fields: FieldReaders<Draft> = {
  1: (f, { dims }) => {
    f.int64s('dims', dims);
    if (dims.length > limits.rank)
      throw f.error('dims', `a tensor has over ${limits.rank} dimensions`);
    if (dims.some((d) => d < 0n || d > largestExtent)) {
      throw f.error('dims', `expected extents from 0 to 2^53 - 1, got [${dims.join(', ')}]`);
    }
  },
  2: (f, tensor) => (tensor.dataType = f.int32('data_type')),
  3: (f, tensor) => {
    f.skip();
    tensor.segmented = true;
  },
  4: (f, tensor) => f.floats('float_data', tensor.floats),
  5: (f, tensor) => f.int32s('int32_data', tensor.int32s),
  6: (f, tensor) => tensor.stringData.push(f.bytes('string_data')),
  7: (f, tensor) => f.int64s('int64_data', tensor.int64s),
  8: (f, tensor) => (tensor.name = f.string('name')),
  9: (f, tensor) => (tensor.rawData = f.bytes('raw_data')),
  10: (f, tensor) => f.doubles('double_data', tensor.doubles),
  11: (f, tensor) => f.uint64s('uint64_data', tensor.uint64s),
  13: (f, { externalData }) =>
    externalData.push(readEntry(f.child(`external_data[${externalData.length}]`))),
  14: (f, tensor) => (tensor.location = f.int32('data_location')),
};

export function readTensorProto(message: Message): TensorProto {
  const draft = readFields<Draft>(message, fields, {
    name: '',
    dims: [],
    dataType: 0,
    floats: float32List(),
    int32s: int32List(),
    int64s: int64List(),
    uint64s: uint64List(),
    doubles: float64List(),
    stringData: [],
    rawData: undefined,
    externalData: [],
    location: 0,
    segmented: false,
  });
  const { name, dims, dataType, stringData, rawData, externalData, location, segmented } = draft;
  return {
    name,
    dims: dims.map(Number),
    dataType,
    floatData: draft.floats.finish(),
    int32Data: draft.int32s.finish(),
    int64Data: draft.int64s.finish(),
    uint64Data: draft.uint64s.finish(),
    doubleData: draft.doubles.finish(),
    stringData,
    rawData,
    externalData,
    external: location === 1,
    segmented,
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
