import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type AttributeProto, readAttribute, writeAttribute } from './attribute-proto.js';
import { type FieldReaders, type Message, readFields } from './message.js';
import { type NodeProto, readNode, writeNode } from './node-proto.js';
import { type OpsetProto, readOpset, writeOpset } from './opset-proto.js';
import type { Place } from './place.js';
import { writeMessages, writeString, writeStrings } from './write.js';

/** `FunctionProto`: an operator that the file defines by nodes. */
export interface FunctionProto {
  readonly name: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Attributes with a default; those without one are only named where nodes refer to them. */
  readonly defaults: readonly AttributeProto[];
  readonly nodes: readonly NodeProto[];
  readonly opsets: readonly OpsetProto[];
  readonly place: Place;
}

interface Draft extends FunctionProto {
  name: string;
  domain: string;
  readonly inputs: string[];
  readonly outputs: string[];
  readonly defaults: AttributeProto[];
  readonly nodes: NodeProto[];
  readonly opsets: OpsetProto[];
}

const fields: FieldReaders<Draft> = {
  1: (f, made) => (made.name = f.string('name')),
  4: (f, { inputs }) => inputs.push(f.string('input')),
  5: (f, { outputs }) => outputs.push(f.string('output')),
  7: (f, { nodes }) => nodes.push(readNode(f.child(`node[${nodes.length}]`))),
  9: (f, { opsets }) => opsets.push(readOpset(f.child(`opset_import[${opsets.length}]`))),
  10: (f, made) => (made.domain = f.string('domain')),
  11: (f, { defaults }) =>
    defaults.push(readAttribute(f.child(`attribute_proto[${defaults.length}]`))),
};

export function readFunction(message: Message): FunctionProto {
  const lists = { inputs: [], outputs: [], defaults: [], nodes: [], opsets: [] };
  return readFields<Draft>(message, fields, { name: '', domain: '', ...lists, place: message });
}

export function writeFunction(writer: BinaryWriter, made: FunctionProto): void {
  writeString(writer, 1, made.name);
  writeStrings(writer, 4, made.inputs);
  writeStrings(writer, 5, made.outputs);
  writeMessages(writer, 7, writeNode, made.nodes);
  writeMessages(writer, 9, writeOpset, made.opsets);
  writeString(writer, 10, made.domain);
  writeMessages(writer, 11, writeAttribute, made.defaults);
}
