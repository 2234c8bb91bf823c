import { type AttributeProto, attributeTypes } from './attribute-proto.js';
import { elementTypes, type ElementTypeName } from './element-types.js';
import type { GraphProto } from './graph-proto.js';
import type { ModelProto } from './model-proto.js';
import type { NodeProto } from './node-proto.js';
import type { Place } from './place.js';
import type { TensorProto } from './tensor-proto.js';
import type { DimensionProto } from './type-proto.js';
import type { ValueInfoProto } from './value-info-proto.js';

/** The place of messages that were made, not read. */
export const made: Place = { parent: undefined, step: '', offset: 0 };

const text = new TextEncoder();

/** A tensor with everything at its default except what is given. */
export function makeTensor(
  type: ElementTypeName,
  dims: readonly number[],
  parts: Partial<TensorProto>,
): TensorProto {
  return {
    name: '',
    floatData: new Float32Array(0),
    int32Data: new Int32Array(0),
    int64Data: new BigInt64Array(0),
    uint64Data: new BigUint64Array(0),
    doubleData: new Float64Array(0),
    stringData: [],
    rawData: undefined,
    externalData: [],
    external: false,
    segmented: false,
    place: made,
    ...parts,
    dims,
    dataType: elementTypes[type],
  };
}

export function makeFloats(
  name: string,
  dims: readonly number[],
  values: Iterable<number>,
): TensorProto {
  const bytes = new Uint8Array(Float32Array.from(values).buffer);
  return makeTensor('float', dims, { name, rawData: bytes });
}

export function makeInt64s(
  name: string,
  dims: readonly number[],
  values: readonly (number | bigint)[],
): TensorProto {
  const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  return makeTensor('int64', dims, { name, rawData: bytes });
}

/** What an attribute may be made of. Whole numbers are ints; wrap a float as `{ float: 1 }`. */
export type AttributeInput =
  | number
  | bigint
  | string
  | readonly (number | bigint)[]
  | readonly string[]
  | { readonly float: number }
  | { readonly floats: readonly number[] }
  | { readonly tensor: TensorProto }
  | { readonly graph: GraphProto };

export function makeAttribute(name: string, value: AttributeInput): AttributeProto {
  return {
    name,
    reference: '',
    type: 0,
    f: 0,
    i: 0n,
    s: new Uint8Array(0),
    t: undefined,
    g: undefined,
    floats: new Float32Array(0),
    ints: new BigInt64Array(0),
    strings: [],
    tensors: [],
    graphs: [],
    sparseTensor: undefined,
    place: made,
    ...attributeValue(value),
  };
}

function attributeValue(value: AttributeInput): Partial<AttributeProto> {
  if (typeof value === 'bigint') return { type: attributeTypes.int, i: value };
  if (typeof value === 'string') return { type: attributeTypes.string, s: text.encode(value) };
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? { type: attributeTypes.int, i: BigInt(value) }
      : { type: attributeTypes.float, f: value };
  }
  if ('float' in value) return { type: attributeTypes.float, f: value.float };
  if ('floats' in value)
    return { type: attributeTypes.floats, floats: Float32Array.from(value.floats) };
  if ('tensor' in value) return { type: attributeTypes.tensor, t: value.tensor };
  if ('graph' in value) return { type: attributeTypes.graph, g: value.graph };
  if (typeof value[0] === 'string') {
    return { type: attributeTypes.strings, strings: value.map((s) => text.encode(String(s))) };
  }
  return { type: attributeTypes.ints, ints: BigInt64Array.from(value, BigInt) };
}

export function makeNode(
  opType: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, AttributeInput>> = {},
  parts: { readonly name?: string; readonly domain?: string } = {},
): NodeProto {
  const list = Object.entries(attributes).map(([key, value]) => makeAttribute(key, value));
  return { name: '', domain: '', ...parts, opType, inputs, outputs, attributes: list, place: made };
}

export function makeValueInfo(
  name: string,
  type: ElementTypeName,
  shape: readonly DimensionProto[] | undefined,
): ValueInfoProto {
  return { name, type: { kind: 'tensor', elementType: elementTypes[type], shape }, place: made };
}

/** A model of one graph at one opset. */
export function makeModel(opset: number, graph: Partial<GraphProto>): ModelProto {
  return {
    irVersion: 8,
    producerName: 'separable',
    producerVersion: '',
    domain: '',
    opsets: [{ domain: '', version: opset }],
    metadata: [],
    functions: [],
    graph: {
      name: 'graph',
      nodes: [],
      initializers: [],
      sparseInitializers: [],
      inputs: [],
      outputs: [],
      valueInfo: [],
      place: made,
      ...graph,
    },
  };
}
