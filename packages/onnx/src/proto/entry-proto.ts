import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type Message, readFields } from './message.js';
import { writeString } from './write.js';

/** `StringStringEntryProto`: metadata and the parts of an external data reference. */
export interface EntryProto {
  readonly key: string;
  readonly value: string;
}

export function readEntry(message: Message): EntryProto {
  let key = '';
  let value = '';
  readFields(message, {
    1: (f) => (key = f.string('key')),
    2: (f) => (value = f.string('value')),
  });
  return { key, value };
}

export function writeEntry(writer: BinaryWriter, entry: EntryProto): void {
  writeString(writer, 1, entry.key);
  writeString(writer, 2, entry.value);
}
