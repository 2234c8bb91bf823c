import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type EntryProto, readEntry, writeEntry } from './entry-proto.js';
import { type FunctionProto, readFunction, writeFunction } from './function-proto.js';
import { type GraphProto, readGraph, writeGraph } from './graph-proto.js';
import { type FieldReaders, type Message, readFields, wholeFile } from './message.js';
import { type OpsetProto, readOpset, writeOpset } from './opset-proto.js';
import { writeInt64, writeMessage, writeMessages, writeString } from './write.js';

/** `ModelProto`: the contents of an ONNX file. */
export interface ModelProto {
  readonly irVersion: number;
  readonly producerName: string;
  readonly producerVersion: string;
  readonly domain: string;
  readonly opsets: readonly OpsetProto[];
  readonly graph: GraphProto | undefined;
  readonly metadata: readonly EntryProto[];
  readonly functions: readonly FunctionProto[];
}

/**
 * Reads an ONNX file into plain data. Weights are views of `bytes`; nothing is converted yet.
 *
 * Source: onnx.proto of ONNX 1.19.
 *
 * @throws ImportError naming the place when the bytes are not an ONNX model
 */
export function decodeModel(bytes: Uint8Array): ModelProto {
  return readModel(wholeFile(bytes));
}

interface Draft extends ModelProto {
  irVersion: number;
  producerName: string;
  producerVersion: string;
  domain: string;
  readonly opsets: OpsetProto[];
  graph: GraphProto | undefined;
  readonly metadata: EntryProto[];
  readonly functions: FunctionProto[];
}

const fields: FieldReaders<Draft> = {
  1: (f, model) => (model.irVersion = f.integer('ir_version')),
  2: (f, model) => (model.producerName = f.string('producer_name')),
  3: (f, model) => (model.producerVersion = f.string('producer_version')),
  4: (f, model) => (model.domain = f.string('domain')),
  7: (f, model) => {
    if (model.graph !== undefined) throw f.error('graph', 'a second graph; a model has one');
    model.graph = readGraph(f.child('graph'));
  },
  8: (f, { opsets }) => opsets.push(readOpset(f.child(`opset_import[${opsets.length}]`))),
  14: (f, { metadata }) => metadata.push(readEntry(f.child(`metadata_props[${metadata.length}]`))),
  25: (f, { functions }) => functions.push(readFunction(f.child(`functions[${functions.length}]`))),
};

function readModel(message: Message): ModelProto {
  return readFields<Draft>(message, fields, {
    irVersion: 0,
    producerName: '',
    producerVersion: '',
    domain: '',
    opsets: [],
    graph: undefined,
    metadata: [],
    functions: [],
  });
}

export function writeModel(writer: BinaryWriter, model: ModelProto): void {
  writeInt64(writer, 1, model.irVersion);
  writeString(writer, 2, model.producerName);
  writeString(writer, 3, model.producerVersion);
  writeString(writer, 4, model.domain);
  writeMessage(writer, 7, writeGraph, model.graph);
  writeMessages(writer, 8, writeOpset, model.opsets);
  writeMessages(writer, 14, writeEntry, model.metadata);
  writeMessages(writer, 25, writeFunction, model.functions);
}
