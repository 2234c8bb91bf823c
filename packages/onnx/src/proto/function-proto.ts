import { type FieldReaders, type Message, readFields } from './message.js';
import type { Place } from './place.js';

/** `FunctionProto`: recognised by name, so that an import can say that a node calls one. */
export interface FunctionProto {
  readonly name: string;
  readonly domain: string;
  readonly place: Place;
}

const fields: FieldReaders<{ name: string; domain: string }> = {
  1: (f, made) => (made.name = f.string('name')),
  10: (f, made) => (made.domain = f.string('domain')),
};

export function readFunction(message: Message): FunctionProto {
  return readFields(message, fields, { name: '', domain: '', place: message });
}
