import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type Message, readFields } from './message.js';
import { writeInt64, writeString } from './write.js';

/** `OperatorSetIdProto`: the version of a domain that a model's nodes mean. */
export interface OpsetProto {
  readonly domain: string;
  readonly version: number;
}

export function readOpset(message: Message): OpsetProto {
  let domain = '';
  let version = 0;
  readFields(message, {
    1: (f) => (domain = f.string('domain')),
    2: (f) => (version = f.integer('version')),
  });
  return { domain, version };
}

export function writeOpset(writer: BinaryWriter, opset: OpsetProto): void {
  writeString(writer, 1, opset.domain);
  writeInt64(writer, 2, opset.version);
}
