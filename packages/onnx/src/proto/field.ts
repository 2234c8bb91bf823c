import { type BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import type { Message } from './message.js';
import { errorAt } from './place.js';

const wireNames: Readonly<Record<number, string>> = {
  [WireType.Varint]: 'varint',
  [WireType.Bit64]: '64-bit',
  [WireType.LengthDelimited]: 'length-delimited',
  [WireType.StartGroup]: 'group',
  [WireType.EndGroup]: 'end of a group',
  [WireType.Bit32]: '32-bit',
};

interface Sink<T> {
  push(value: T): void;
}

/**
 * The field of a message that is being read; `next` moves it on. Each value method names the field
 * for errors, checks its wire type, and that it ends inside the message.
 */
export class Field {
  private readonly message: Message;
  private readonly reader: BinaryReader;
  private number = 0;
  private wireType: WireType = WireType.Varint;
  private start = 0;

  constructor(message: Message) {
    this.message = message;
    this.reader = message.file.reader;
  }

  /** The number of the next field. */
  next(): number {
    this.start = this.reader.pos;
    try {
      [this.number, this.wireType] = this.reader.tag();
    } catch (cause) {
      throw this.error('', 'expected a protobuf field', cause);
    }
    this.start = this.reader.pos;
    return this.number;
  }

  string(name: string): string {
    return this.value(name, WireType.LengthDelimited, (reader) => reader.string());
  }

  bytes(name: string): Uint8Array {
    return this.value(name, WireType.LengthDelimited, (reader) => reader.bytes());
  }

  float(name: string): number {
    return this.value(name, WireType.Bit32, (reader) => reader.float());
  }

  int64(name: string): bigint {
    return this.value(name, WireType.Varint, readInt64);
  }

  /** An int32 or an enum. */
  int32(name: string): number {
    return this.value(name, WireType.Varint, (reader) => reader.int32());
  }

  /** An int64 that has to be a number JavaScript holds exactly. */
  integer(name: string): number {
    const value = Number(this.int64(name));
    if (!Number.isSafeInteger(value)) throw this.error(name, `${value} is over 2^53`);
    return value;
  }

  /** A message inside this one; its fields have to be read at once. */
  child(name: string): Message {
    const { message, reader } = this;
    const length = this.value(name, WireType.LengthDelimited, () => reader.uint32());
    const offset = reader.pos;
    const end = offset + length;
    if (end > message.end) {
      throw this.error(name, `its ${length} bytes end after the message around it`);
    }
    return {
      parent: message,
      step: name,
      offset,
      end,
      depth: message.depth + 1,
      file: message.file,
    };
  }

  int32s(name: string, into: Sink<number>): void {
    this.repeated(name, WireType.Varint, (reader) => reader.int32(), into);
  }

  int64s(name: string, into: Sink<bigint>): void {
    this.repeated(name, WireType.Varint, readInt64, into);
  }

  uint64s(name: string, into: Sink<bigint>): void {
    this.repeated(name, WireType.Varint, (reader) => BigInt(reader.uint64()), into);
  }

  floats(name: string, into: Sink<number>): void {
    this.repeated(name, WireType.Bit32, (reader) => reader.float(), into);
  }

  doubles(name: string, into: Sink<number>): void {
    this.repeated(name, WireType.Bit64, (reader) => reader.double(), into);
  }

  skip(): void {
    this.value(`field ${this.number}`, this.wireType, (reader) =>
      reader.skip(this.wireType, this.number),
    );
  }

  error(name: string, text: string, cause?: unknown): Error {
    return errorAt({ parent: this.message, step: name, offset: this.start }, text, cause);
  }

  /** The elements of a repeated number: one, or packed into a length-delimited run. */
  private repeated<T>(
    name: string,
    wireType: WireType,
    read: (reader: BinaryReader) => T,
    into: Sink<T>,
  ): void {
    if (this.wireType !== WireType.LengthDelimited) {
      into.push(this.value(name, wireType, read));
      return;
    }
    this.value(name, WireType.LengthDelimited, (reader) => {
      const end = reader.uint32() + reader.pos;
      if (end > this.message.end) throw new RangeError('it ends after the message');
      while (reader.pos < end) into.push(read(reader));
      if (reader.pos !== end) throw new RangeError('an element crosses its end');
    });
  }

  private value<T>(name: string, wireType: WireType, read: (reader: BinaryReader) => T): T {
    if (this.wireType !== wireType) {
      throw this.error(
        name,
        `expected a ${wireNames[wireType]} value, got ${wireNames[this.wireType]}`,
      );
    }
    try {
      const value = read(this.reader);
      if (this.reader.pos > this.message.end) throw new RangeError('it ends after the message');
      return value;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw this.error(name, `the value cannot be read: ${why}`, cause);
    }
  }
}

function readInt64(reader: BinaryReader): bigint {
  return BigInt(reader.int64());
}
