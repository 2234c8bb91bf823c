import { type BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { limits } from './limits.js';
import { type Message, readFields } from './message.js';
import { writeInt64, writeMessage, writeMessages, writeString } from './write.js';

/** One extent: a number, a name, or undefined where the file says nothing. */
export type DimensionProto = number | string | undefined;

/** `TypeProto`: a tensor, or the name of a kind that is only recognised. */
export type TypeProto =
  | {
      readonly kind: 'tensor';
      readonly elementType: number;
      /** Undefined when even the rank is unknown. */
      readonly shape: readonly DimensionProto[] | undefined;
    }
  | { readonly kind: 'sequence' | 'map' | 'opaque' | 'sparse tensor' | 'optional' | 'unknown' };

export function readType(message: Message): TypeProto {
  let type: TypeProto = { kind: 'unknown' };
  const recognised = (kind: Exclude<TypeProto['kind'], 'tensor'>) => (): void => {
    type = { kind };
  };
  readFields(message, {
    1: (f) => (type = readTensorType(f.child('tensor_type'))),
    4: recognised('sequence'),
    5: recognised('map'),
    7: recognised('opaque'),
    8: recognised('sparse tensor'),
    9: recognised('optional'),
  });
  return type;
}

function readTensorType(message: Message): TypeProto {
  let elementType = 0;
  let shape: readonly DimensionProto[] | undefined;
  readFields(message, {
    1: (f) => (elementType = f.int32('elem_type')),
    2: (f) => (shape = readShape(f.child('shape'))),
  });
  return { kind: 'tensor', elementType, shape };
}

function readShape(message: Message): readonly DimensionProto[] {
  const dims: DimensionProto[] = [];
  readFields(message, {
    1: (f) => {
      if (dims.length >= limits.rank) throw f.error('dim', `a shape has over ${limits.rank} dimensions`);
      dims.push(readDimension(f.child(`dim[${dims.length}]`)));
    },
  });
  return dims;
}

function readDimension(message: Message): DimensionProto {
  let dimension: DimensionProto;
  readFields(message, {
    1: (f) => (dimension = f.integer('dim_value')),
    2: (f) => (dimension = f.string('dim_param')),
  });
  return dimension;
}

/** @throws RangeError for a kind that is only recognised */
export function writeType(writer: BinaryWriter, type: TypeProto): void {
  if (type.kind !== 'tensor') throw new RangeError(`a type of kind ${type.kind} cannot be written`);
  const { elementType, shape } = type;
  writer.tag(1, WireType.LengthDelimited).fork();
  writeInt64(writer, 1, elementType);
  writeMessage(writer, 2, writeShape, shape);
  writer.join();
}

function writeShape(writer: BinaryWriter, shape: readonly DimensionProto[]): void {
  writeMessages(writer, 1, writeDimension, shape.map((dimension) => ({ dimension })));
}

function writeDimension(writer: BinaryWriter, { dimension }: { dimension: DimensionProto }): void {
  // A dim_value of 0 is a statement, unlike other zeros: it is written.
  if (typeof dimension === 'number') writer.tag(1, WireType.Varint).int64(dimension);
  if (typeof dimension === 'string') writer.tag(2, WireType.LengthDelimited).string(dimension);
}
