import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type FieldReaders, type Message, readFields } from './message.js';
import { writeString } from './write.js';

/** `StringStringEntryProto`: metadata and the parts of an external data reference. */
export interface EntryProto {
  readonly key: string;
  readonly value: string;
}

const fields: FieldReaders<{ key: string; value: string }> = {
  1: (f, entry) => (entry.key = f.string('key')),
  2: (f, entry) => (entry.value = f.string('value')),
};

export function readEntry(message: Message): EntryProto {
  return readFields(message, fields, { key: '', value: '' });
}

export function writeEntry(writer: BinaryWriter, entry: EntryProto): void {
  writeString(writer, 1, entry.key);
  writeString(writer, 2, entry.value);
}
