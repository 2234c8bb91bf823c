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

/** One field of a message at the moment its value is read. Each value method names the field. */
export class Field {
  private readonly message: Message;
  private readonly reader: BinaryReader;
  private readonly number: number;
  private readonly wireType: WireType;
  private readonly start: number;

  constructor(message: Message, reader: BinaryReader, number: number, wireType: WireType) {
    this.message = message;
    this.reader = reader;
    this.number = number;
    this.wireType = wireType;
    this.start = reader.pos;
  }

  string(name: string): string {
    return this.value(name, WireType.LengthDelimited, () => this.reader.string());
  }

  bytes(name: string): Uint8Array {
    return this.value(name, WireType.LengthDelimited, () => this.reader.bytes());
  }

  float(name: string): number {
    return this.value(name, WireType.Bit32, () => this.reader.float());
  }

  int64(name: string): bigint {
    return this.value(name, WireType.Varint, () => BigInt(this.reader.int64()));
  }

  /** An int32 or an enum. */
  int32(name: string): number {
    return this.value(name, WireType.Varint, () => this.reader.int32());
  }

  /** An int64 that has to be a number JavaScript holds exactly. */
  integer(name: string): number {
    const value = Number(this.int64(name));
    if (!Number.isSafeInteger(value)) throw this.error(name, `${value} is over 2^53`);
    return value;
  }

  /** A message inside this one. */
  child(name: string): Message {
    const bytes = this.bytes(name);
    const { message } = this;
    const offset = message.offset + (bytes.byteOffset - message.bytes.byteOffset);
    return { parent: message, step: name, offset, bytes, depth: message.depth + 1, budget: message.budget };
  }

  int32s(name: string, into: Sink<number>): void {
    this.repeated(name, WireType.Varint, () => this.reader.int32(), into);
  }

  int64s(name: string, into: Sink<bigint>): void {
    this.repeated(name, WireType.Varint, () => BigInt(this.reader.int64()), into);
  }

  uint64s(name: string, into: Sink<bigint>): void {
    this.repeated(name, WireType.Varint, () => BigInt(this.reader.uint64()), into);
  }

  floats(name: string, into: Sink<number>): void {
    this.repeated(name, WireType.Bit32, () => this.reader.float(), into);
  }

  doubles(name: string, into: Sink<number>): void {
    this.repeated(name, WireType.Bit64, () => this.reader.double(), into);
  }

  /** The elements of a repeated number: one, or packed into a length-delimited run. */
  private repeated<T>(name: string, wireType: WireType, read: () => T, into: Sink<T>): void {
    if (this.wireType !== WireType.LengthDelimited) {
      into.push(this.value(name, wireType, read));
      return;
    }
    this.value(name, WireType.LengthDelimited, () => {
      const end = this.reader.uint32() + this.reader.pos;
      if (end > this.reader.len) throw new RangeError('it ends after the message');
      while (this.reader.pos < end) into.push(read());
      if (this.reader.pos !== end) throw new RangeError('an element crosses its end');
    });
  }

  skip(): void {
    this.value(`field ${this.number}`, this.wireType, () => this.reader.skip(this.wireType, this.number));
  }

  error(name: string, text: string, cause?: unknown): Error {
    const offset = this.message.offset + this.start;
    return errorAt({ parent: this.message, step: name, offset }, text, cause);
  }

  private value<T>(name: string, wireType: WireType, read: () => T): T {
    if (this.wireType !== wireType) {
      throw this.error(name, `expected a ${wireNames[wireType]} value, got ${wireNames[this.wireType]}`);
    }
    try {
      return read();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw this.error(name, `the value cannot be read: ${why}`, cause);
    }
  }
}
