import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Writes the fields of one message. */
export type Write<T> = (writer: BinaryWriter, message: T) => void;

/** A message as bytes of its own. */
export function encode<T>(write: Write<T>, message: T): Uint8Array {
  const writer = new BinaryWriter();
  write(writer, message);
  return writer.finish();
}

/** An empty string is the default and is left out. */
export function writeString(writer: BinaryWriter, field: number, value: string): void {
  if (value !== '') writer.tag(field, WireType.LengthDelimited).string(value);
}

/** Strings of a list are written even when empty: an empty name marks an absent operand. */
export function writeStrings(writer: BinaryWriter, field: number, values: readonly string[]): void {
  for (const value of values) writer.tag(field, WireType.LengthDelimited).string(value);
}

export function writeBytes(writer: BinaryWriter, field: number, value: Uint8Array): void {
  if (value.length > 0) writer.tag(field, WireType.LengthDelimited).bytes(value);
}

export function writeInt64(writer: BinaryWriter, field: number, value: bigint | number): void {
  if (BigInt(value) !== 0n) writer.tag(field, WireType.Varint).int64(value);
}

export function writeMessage<T>(
  writer: BinaryWriter,
  field: number,
  write: Write<T>,
  message: T | undefined,
): void {
  if (message === undefined) return;
  writer.tag(field, WireType.LengthDelimited).fork();
  write(writer, message);
  writer.join();
}

export function writeMessages<T>(
  writer: BinaryWriter,
  field: number,
  write: Write<T>,
  messages: readonly T[],
): void {
  for (const message of messages) writeMessage(writer, field, write, message);
}

/** A packed list of numbers; `write` puts one element. */
export function writePacked<T>(
  writer: BinaryWriter,
  field: number,
  values: Iterable<T> & { readonly length: number },
  write: (value: T) => void,
): void {
  if (values.length === 0) return;
  writer.tag(field, WireType.LengthDelimited).fork();
  for (const value of values) write(value);
  writer.join();
}
