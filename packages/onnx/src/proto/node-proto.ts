import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type AttributeProto, readAttribute, writeAttribute } from './attribute-proto.js';
import { type Message, readFields } from './message.js';
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

export function readNode(message: Message): NodeProto {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: AttributeProto[] = [];
  const scalar = { name: '', opType: '', domain: '' };
  readFields(message, {
    1: (f) => inputs.push(f.string('input')),
    2: (f) => outputs.push(f.string('output')),
    3: (f) => (scalar.name = f.string('name')),
    4: (f) => (scalar.opType = f.string('op_type')),
    5: (f) => attributes.push(readAttribute(f.child(`attribute[${attributes.length}]`))),
    7: (f) => (scalar.domain = f.string('domain')),
  });
  return { ...scalar, inputs, outputs, attributes, place: message };
}

export function writeNode(writer: BinaryWriter, node: NodeProto): void {
  writeStrings(writer, 1, node.inputs);
  writeStrings(writer, 2, node.outputs);
  writeString(writer, 3, node.name);
  writeString(writer, 4, node.opType);
  writeMessages(writer, 5, writeAttribute, node.attributes);
  writeString(writer, 7, node.domain);
}
