import { type BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { Field } from './field.js';
import { limits } from './limits.js';
import { type FieldReaders, type Message, readFields } from './message.js';
import { writeInt64, writeMessage, writeMessages } from './write.js';

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

interface Draft {
  type: TypeProto;
}

function recognised(kind: Exclude<TypeProto['kind'], 'tensor'>): (f: Field, draft: Draft) => void {
  return (f, draft) => {
    f.skip();
    draft.type = { kind };
  };
}

const fields: FieldReaders<Draft> = {
  1: (f, draft) => (draft.type = readTensorType(f.child('tensor_type'))),
  4: recognised('sequence'),
  5: recognised('map'),
  7: recognised('opaque'),
  8: recognised('sparse tensor'),
  9: recognised('optional'),
};

export function readType(message: Message): TypeProto {
  return readFields<Draft>(message, fields, { type: { kind: 'unknown' } }).type;
}

interface TensorDraft {
  elementType: number;
  shape: readonly DimensionProto[] | undefined;
}

const tensorFields: FieldReaders<TensorDraft> = {
  1: (f, type) => (type.elementType = f.int32('elem_type')),
  2: (f, type) => (type.shape = readFields(f.child('shape'), shapeFields, [])),
};

function readTensorType(message: Message): TypeProto {
  const type = readFields<TensorDraft>(message, tensorFields, { elementType: 0, shape: undefined });
  return { kind: 'tensor', ...type };
}

const shapeFields: FieldReaders<DimensionProto[]> = {
  1: (f, dims) => {
    if (dims.length >= limits.rank)
      throw f.error('dim', `a shape has over ${limits.rank} dimensions`);
    dims.push(readDimension(f.child(`dim[${dims.length}]`)));
  },
};

const dimensionFields: FieldReaders<{ dimension: DimensionProto }> = {
  1: (f, draft) => (draft.dimension = f.integer('dim_value')),
  2: (f, draft) => (draft.dimension = f.string('dim_param')),
};

function readDimension(message: Message): DimensionProto {
  return readFields<{ dimension: DimensionProto }>(message, dimensionFields, {
    dimension: undefined,
  }).dimension;
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
  writeMessages(
    writer,
    1,
    writeDimension,
    shape.map((dimension) => ({ dimension })),
  );
}

function writeDimension(writer: BinaryWriter, { dimension }: { dimension: DimensionProto }): void {
  // A dim_value of 0 is a statement, unlike other zeros: it is written.
  if (typeof dimension === 'number') writer.tag(1, WireType.Varint).int64(dimension);
  if (typeof dimension === 'string') writer.tag(2, WireType.LengthDelimited).string(dimension);
}
