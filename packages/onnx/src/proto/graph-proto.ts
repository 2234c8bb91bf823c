import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type FieldReaders, type Message, readFields } from './message.js';
import { type NodeProto, readNode, writeNode } from './node-proto.js';
import type { Place } from './place.js';
import {
  readSparseTensor,
  type SparseTensorProto,
  writeSparseTensor,
} from './sparse-tensor-proto.js';
import { readTensorProto, type TensorProto, writeTensorProto } from './tensor-proto.js';
import { readValueInfo, type ValueInfoProto, writeValueInfo } from './value-info-proto.js';
import { writeMessages, writeString } from './write.js';

/** `GraphProto`: nodes in an order in which values are made before they are read. */
export interface GraphProto {
  readonly name: string;
  readonly nodes: readonly NodeProto[];
  readonly initializers: readonly TensorProto[];
  readonly sparseInitializers: readonly SparseTensorProto[];
  /** Includes the initialisers in files older than IR version 4. */
  readonly inputs: readonly ValueInfoProto[];
  readonly outputs: readonly ValueInfoProto[];
  readonly valueInfo: readonly ValueInfoProto[];
  readonly place: Place;
}

interface Draft extends GraphProto {
  name: string;
  readonly nodes: NodeProto[];
  readonly initializers: TensorProto[];
  readonly sparseInitializers: SparseTensorProto[];
  readonly inputs: ValueInfoProto[];
  readonly outputs: ValueInfoProto[];
  readonly valueInfo: ValueInfoProto[];
}

const fields: FieldReaders<Draft> = {
  1: (f, { nodes }) => nodes.push(readNode(f.child(`node[${nodes.length}]`))),
  2: (f, graph) => (graph.name = f.string('name')),
  5: (f, { initializers: list }) =>
    list.push(readTensorProto(f.child(`initializer[${list.length}]`))),
  11: (f, { inputs }) => inputs.push(readValueInfo(f.child(`input[${inputs.length}]`))),
  12: (f, { outputs }) => outputs.push(readValueInfo(f.child(`output[${outputs.length}]`))),
  13: (f, { valueInfo: list }) => list.push(readValueInfo(f.child(`value_info[${list.length}]`))),
  15: (f, { sparseInitializers: list }) => {
    list.push(readSparseTensor(f.child(`sparse_initializer[${list.length}]`)));
  },
};

export function readGraph(message: Message): GraphProto {
  return readFields<Draft>(message, fields, {
    name: '',
    nodes: [],
    initializers: [],
    sparseInitializers: [],
    inputs: [],
    outputs: [],
    valueInfo: [],
    place: message,
  });
}

export function writeGraph(writer: BinaryWriter, graph: GraphProto): void {
  writeMessages(writer, 1, writeNode, graph.nodes);
  writeString(writer, 2, graph.name);
  writeMessages(writer, 5, writeTensorProto, graph.initializers);
  writeMessages(writer, 11, writeValueInfo, graph.inputs);
  writeMessages(writer, 12, writeValueInfo, graph.outputs);
  writeMessages(writer, 13, writeValueInfo, graph.valueInfo);
  writeMessages(writer, 15, writeSparseTensor, graph.sparseInitializers);
}
