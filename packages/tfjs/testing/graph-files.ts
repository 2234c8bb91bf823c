import type { Tensor } from '@separable/core';
import type { TfjsFiles } from '../src/import-tfjs.js';

/** A node of a TensorFlow graph as model.json has it. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, unknown>>;
}

/** Attributes in plain form: integers, lists of them, texts, flags; floats as `{ f }`. */
export type PlainAttributes = Readonly<Record<string, PlainAttribute>>;

type PlainAttribute =
  | number
  | boolean
  | string
  | readonly number[]
  | readonly string[]
  | { readonly f: number }
  | { readonly type: string };

function attributeOf(value: PlainAttribute): unknown {
  if (typeof value === 'number') return { i: String(value) };
  if (typeof value === 'boolean') return { b: value };
  if (typeof value === 'string') return { s: btoa(value) };
  if (!Array.isArray(value)) return value;
  const list = value as readonly (number | string)[];
  return list.some((entry) => typeof entry === 'string')
    ? { list: { s: list.map((entry) => btoa(String(entry))) } }
    : { list: { i: list.map(String) } };
}

export function node(
  name: string,
  op: string,
  input: readonly string[],
  attributes: PlainAttributes = {},
): GraphNode {
  const attr = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, attributeOf(value)]),
  );
  return { name, op, input, attr: { T: { type: 'DT_FLOAT' }, ...attr } };
}

export function placeholder(name: string, shape: readonly number[], type = 'DT_FLOAT'): GraphNode {
  const dim = shape.map((size) => ({ size: String(size) }));
  return {
    name,
    op: 'Placeholder',
    input: [],
    attr: { dtype: { type }, shape: { shape: { dim } } },
  };
}

const types = {
  float32: 'DT_FLOAT',
  int32: 'DT_INT32',
  uint8: 'DT_UINT8',
  bool: 'DT_BOOL',
} as const;

/** A graph model of nodes and constants; what no node reads is its output. */
export function graphFiles(
  nodes: readonly GraphNode[],
  constants: Readonly<Record<string, Tensor>> = {},
): TfjsFiles {
  const weights = Object.entries(constants).map(([name, { dtype, shape }]) => ({
    name,
    dtype,
    shape,
  }));
  const parts = Object.values(constants).map(({ data }) =>
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  );
  const constantNodes = Object.entries(constants).map(([name, { dtype }]) => ({
    name,
    op: 'Const',
    input: [],
    attr: { dtype: { type: types[dtype] }, value: { tensor: { dtype: types[dtype] } } },
  }));
  const model = {
    format: 'graph-model',
    modelTopology: { node: [...constantNodes, ...nodes], versions: {} },
    weightsManifest: [{ paths: ['weights.bin'], weights }],
  };
  const shards = new Map([['weights.bin', new Uint8Array(Buffer.concat(parts))]]);
  return { modelJson: JSON.stringify(model), shards };
}
