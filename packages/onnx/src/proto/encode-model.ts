import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { type GraphProto, writeGraph } from './graph-proto.js';
import { type ModelProto, writeModel } from './model-proto.js';
import { type TensorProto, writeTensorProto } from './tensor-proto.js';
import { encode } from './write.js';

/** A message in parts that follow one another, so that weights are copied once, into the file. */
type Pieces = readonly Uint8Array[];

/** The bytes of a model; an ONNX file. */
export function encodeModel(model: ModelProto): Uint8Array {
  const { graph, opsets, metadata } = model;
  if (graph === undefined) return encode(writeModel, model);
  const ahead = { ...model, graph: undefined, opsets: [], metadata: [] };
  const none = { irVersion: 0, producerName: '', producerVersion: '', domain: '', functions: [] };
  const behind = { ...none, graph: undefined, opsets, metadata };
  return joined([
    encode(writeModel, ahead),
    ...field(7, graphPieces(graph)),
    encode(writeModel, behind),
  ]);
}

function graphPieces(graph: GraphProto): Pieces {
  const none = { inputs: [], outputs: [], valueInfo: [], sparseInitializers: [] };
  const ahead = { ...graph, ...none, initializers: [] };
  const behind = { ...graph, name: '', nodes: [], initializers: [] };
  return [
    encode(writeGraph, ahead),
    ...graph.initializers.flatMap((tensor) => field(5, tensorPieces(tensor))),
    encode(writeGraph, behind),
  ];
}

function tensorPieces(tensor: TensorProto): Pieces {
  const { rawData, external } = tensor;
  if (rawData === undefined || rawData.length === 0 || external)
    return [encode(writeTensorProto, tensor)];
  const rest = encode(writeTensorProto, { ...tensor, rawData: undefined });
  return [rest, ...field(9, [rawData])];
}

function field(number: number, pieces: Pieces): Pieces {
  const writer = new BinaryWriter();
  writer.tag(number, WireType.LengthDelimited).uint32(lengthOf(pieces));
  return [writer.finish(), ...pieces];
}

function lengthOf(pieces: Pieces): number {
  return pieces.reduce((total, { length }) => total + length, 0);
}

function joined(pieces: Pieces): Uint8Array {
  const bytes = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
