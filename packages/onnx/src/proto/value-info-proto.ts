import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type Message, readFields } from './message.js';
import type { Place } from './place.js';
import { readType, type TypeProto, writeType } from './type-proto.js';
import { writeMessage, writeString } from './write.js';

/** `ValueInfoProto`: the name and declared type of a value. */
export interface ValueInfoProto {
  readonly name: string;
  readonly type: TypeProto | undefined;
  readonly place: Place;
}

export function readValueInfo(message: Message): ValueInfoProto {
  let name = '';
  let type: TypeProto | undefined;
  readFields(message, {
    1: (f) => (name = f.string('name')),
    2: (f) => (type = readType(f.child('type'))),
  });
  return { name, type, place: message };
}

export function writeValueInfo(writer: BinaryWriter, info: ValueInfoProto): void {
  writeString(writer, 1, info.name);
  writeMessage(writer, 2, writeType, info.type);
}
