import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { Field } from './field.js';
import { limits } from './limits.js';
import { errorAt, type Place } from './place.js';

/** What all messages of one file share while it is read. */
export interface Budget {
  messages: number;
}

/** The bytes of one message and where they stand. */
export interface Message extends Place {
  readonly bytes: Uint8Array;
  readonly depth: number;
  readonly budget: Budget;
}

/** The file as its outermost message. */
export function wholeFile(bytes: Uint8Array): Message {
  return { parent: undefined, step: '', offset: 0, bytes, depth: 0, budget: { messages: 0 } };
}

/** What to do with each known field, by field number. */
export type FieldReaders = Readonly<Record<number, (field: Field) => void>>;

/**
 * Calls the reader of each field in file order; fields without one are skipped.
 *
 * @throws ImportError naming message and byte when the bytes are not protobuf
 */
export function readFields(message: Message, readers: FieldReaders): void {
  if (message.depth > limits.depth) {
    throw errorAt(message, `messages nest over ${limits.depth} deep`);
  }
  if (++message.budget.messages > limits.messages) {
    throw errorAt(message, `the file holds over ${limits.messages} messages`);
  }
  const reader = new BinaryReader(message.bytes);
  while (reader.pos < reader.len) {
    const [number, wireType] = readTag(reader, message);
    const read = readers[number];
    const field = new Field(message, reader, number, wireType);
    if (read === undefined) field.skip();
    else read(field);
  }
}

function readTag(reader: BinaryReader, message: Message): [number, WireType] {
  const start = reader.pos;
  try {
    return reader.tag();
  } catch (cause) {
    throw errorAt({ ...message, offset: message.offset + start }, 'expected a protobuf field', cause);
  }
}
