import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type FieldReaders, type Message, readFields } from './message.js';
import { writeInt64, writeString } from './write.js';

/** `OperatorSetIdProto`: the version of a domain that a model's nodes mean. */
export interface OpsetProto {
  readonly domain: string;
  readonly version: number;
}

const fields: FieldReaders<{ domain: string; version: number }> = {
  1: (f, opset) => (opset.domain = f.string('domain')),
  2: (f, opset) => (opset.version = f.integer('version')),
};

export function readOpset(message: Message): OpsetProto {
  return readFields(message, fields, { domain: '', version: 0 });
}

export function writeOpset(writer: BinaryWriter, opset: OpsetProto): void {
  writeString(writer, 1, opset.domain);
  writeInt64(writer, 2, opset.version);
}
