import { type Message, readFields } from './message.js';
import type { Place } from './place.js';

/** `FunctionProto`: recognised by name, so that an import can say that a node calls one. */
export interface FunctionProto {
  readonly name: string;
  readonly domain: string;
  readonly place: Place;
}

export function readFunction(message: Message): FunctionProto {
  let name = '';
  let domain = '';
  readFields(message, {
    1: (f) => (name = f.string('name')),
    10: (f) => (domain = f.string('domain')),
  });
  return { name, domain, place: message };
}
