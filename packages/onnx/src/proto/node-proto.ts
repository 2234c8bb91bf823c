import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type AttributeProto, readAttribute, writeAttribute } from './attribute-proto.js';
import { type FieldReaders, type Message, readFields } from './message.js';
import type { Place } from './place.js';
import { writeMessages, writeString, writeStrings } from './write.js';

/** `NodeProto`: one application of an operator. */
export interface NodeProto {
  /** May be empty, and need not be unique. */
  readonly name: string;
  readonly opType: string;
  /** Empty for the operators of ONNX itself. */
  readonly domain: string;
  /** Names of values; an empty name is an optional operand left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly AttributeProto[];
  readonly place: Place;
}

interface Draft extends NodeProto {
  name: string;
  opType: string;
  domain: string;
  readonly inputs: string[];
  readonly outputs: string[];
  readonly attributes: AttributeProto[];
}

const fields: FieldReaders<Draft> = {
  1: (f, node) => node.inputs.push(f.string('input')),
  2: (f, node) => node.outputs.push(f.string('output')),
  3: (f, node) => (node.name = f.string('name')),
  4: (f, node) => (node.opType = f.string('op_type')),
  5: (f, { attributes }) =>
    attributes.push(readAttribute(f.child(`attribute[${attributes.length}]`))),
  7: (f, node) => (node.domain = f.string('domain')),
};

export function readNode(message: Message): NodeProto {
  const lists = { inputs: [], outputs: [], attributes: [] };
  return readFields<Draft>(message, fields, {
    name: '',
    opType: '',
    domain: '',
    ...lists,
    place: message,
  });
}

export function writeNode(writer: BinaryWriter, node: NodeProto): void {
  writeStrings(writer, 1, node.inputs);
  writeStrings(writer, 2, node.outputs);
  writeString(writer, 3, node.name);
  writeString(writer, 4, node.opType);
  writeMessages(writer, 5, writeAttribute, node.attributes);
  writeString(writer, 7, node.domain);
}
