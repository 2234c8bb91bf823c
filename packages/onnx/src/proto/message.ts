import { BinaryReader } from '@bufbuild/protobuf/wire';
import { Field } from './field.js';
import { limits } from './limits.js';
import { errorAt, type Place } from './place.js';

/** What all messages of one file share while it is read. */
export interface File {
  readonly reader: BinaryReader;
  messages: number;
}

/** One message in the file; the reader stands at its first byte until its fields are read. */
export interface Message extends Place {
  /** Offset behind its last byte. */
  readonly end: number;
  readonly depth: number;
  readonly file: File;
}

/** The file as its outermost message. */
export function wholeFile(bytes: Uint8Array): Message {
  const file = { reader: new BinaryReader(bytes), messages: 0 };
  return { parent: undefined, step: '', offset: 0, end: bytes.length, depth: 0, file };
}

/** What to do with each known field of a message, by field number; `draft` is what it fills. */
export type FieldReaders<Draft> = Readonly<Record<number, (field: Field, draft: Draft) => void>>;

/**
 * Calls the reader of each field in file order; fields without one are skipped.
 *
 * @returns the draft, filled
 *
 * @throws ImportError naming message and byte when the bytes are not protobuf
 */
export function readFields<Draft>(
  message: Message,
  readers: FieldReaders<Draft>,
  draft: Draft,
): Draft {
  const { depth, end, file } = message;
  if (depth > limits.depth) throw errorAt(message, `messages nest over ${limits.depth} deep`);
  if (++file.messages > limits.messages) {
    throw errorAt(message, `the file holds over ${limits.messages} messages`);
  }
  const field = new Field(message);
  while (file.reader.pos < end) {
    const read = readers[field.next()];
    if (read === undefined) field.skip();
    else read(field, draft);
  }
  return draft;
}
