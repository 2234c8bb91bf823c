import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type FieldReaders, type Message, readFields } from './message.js';
import type { Place } from './place.js';
import { readType, type TypeProto, writeType } from './type-proto.js';
import { writeMessage, writeString } from './write.js';

/** `ValueInfoProto`: the name and declared type of a value. */
export interface ValueInfoProto {
  readonly name: string;
  readonly type: TypeProto | undefined;
  readonly place: Place;
}

interface Draft extends ValueInfoProto {
  name: string;
  type: TypeProto | undefined;
}

const fields: FieldReaders<Draft> = {
  1: (f, info) => (info.name = f.string('name')),
  2: (f, info) => (info.type = readType(f.child('type'))),
};

export function readValueInfo(message: Message): ValueInfoProto {
  return readFields<Draft>(message, fields, { name: '', type: undefined, place: message });
}

export function writeValueInfo(writer: BinaryWriter, info: ValueInfoProto): void {
  writeString(writer, 1, info.name);
  writeMessage(writer, 2, writeType, info.type);
}
