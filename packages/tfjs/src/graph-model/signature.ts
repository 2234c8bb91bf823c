import type { Json } from '../file/json.js';
import { errorAt } from '../file/place.js';
import { type NodeDef, readRef, type ResultRef } from './node-def.js';

/** Where a graph model begins and ends. */
export interface Ends {
  /** Names of inputs by the node that stands for each. */
  readonly inputNames: ReadonlyMap<string, string>;
  readonly outputs: readonly { readonly name: string; readonly ref: ResultRef }[];
}

/**
 * The inputs and outputs that the signature names; without one, what no node reads is an output.
 *
 * @throws ImportError
 */
export function readEnds(model: Json, nodes: ReadonlyMap<string, NodeDef>): Ends {
  const own = model.get('signature');
  const user = model.get('userDefinedMetadata');
  const signature = own.isAbsent && !user.isAbsent ? user.get('signature') : own;
  const inputNames = new Map(entries(signature, 'inputs').map(({ name, ref }) => [ref.node, name]));
  const declared = entries(signature, 'outputs');
  const outputs = declared.length > 0 ? declared : unread(nodes);
  if (outputs.length === 0) throw errorAt('modelTopology', 'the graph has no output');
  return { inputNames, outputs };
}

function entries(signature: Json, side: 'inputs' | 'outputs'): Ends['outputs'] {
  const json = signature.isAbsent ? signature : signature.get(side);
  if (json.isAbsent) return [];
  if (typeof json.value !== 'object') throw json.expected('an object');
  return Object.keys(json.value as object).map((key) => ({
    name: key.replace(/:0$/, ''),
    ref: readRef(json.get(key).get('name').text()),
  }));
}

function unread(nodes: ReadonlyMap<string, NodeDef>): Ends['outputs'] {
  const read = new Set([...nodes.values()].flatMap(({ inputs }) => inputs.map(({ node }) => node)));
  return [...nodes.values()]
    .filter(({ name, op }) => !read.has(name) && op !== 'Const' && op !== 'NoOp')
    .map(({ name }) => ({ name, ref: { node: name, result: 0 } }));
}
