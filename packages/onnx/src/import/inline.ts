import type { AttributeProto } from '../proto/attribute-proto.js';
import type { FunctionProto } from '../proto/function-proto.js';
import type { GraphProto } from '../proto/graph-proto.js';
import type { NodeProto } from '../proto/node-proto.js';
import { type Place, errorAt, quote } from '../proto/place.js';

/** Functions of a file by domain and name, as nodes call them. */
export type Functions = ReadonlyMap<string, FunctionProto>;

/** @throws ImportError when two functions have one name */
export function functionsOf(list: readonly FunctionProto[]): Functions {
  const functions = new Map<string, FunctionProto>();
  for (const one of list) {
    const key = callName(one.domain, one.name);
    if (functions.has(key)) throw errorAt(one.place, `a second function named ${quote(key)}`);
    functions.set(key, one);
  }
  return functions;
}

/** What a node of an operator is called by. */
export function callName(domain: string, name: string): string {
  return domain === '' || domain === 'ai.onnx' ? name : `${domain}.${name}`;
}

/** The graph that a call of a function comes to: what refers to attributes has those of the call. */
export function inlined(called: FunctionProto, call: NodeProto): GraphProto {
  const given = new Map([...called.defaults, ...call.attributes].map((a) => [a.name, a]));
  const named = (name: string) => ({ name, type: undefined, place: called.place });
  return graphOf(called.nodes, given, {
    name: called.name,
    inputs: called.inputs.map(named),
    outputs: called.outputs.map(named),
    place: called.place,
  });
}

type Given = ReadonlyMap<string, AttributeProto>;

interface Rim extends Partial<GraphProto> {
  readonly name: string;
  readonly inputs: GraphProto['inputs'];
  readonly outputs: GraphProto['outputs'];
  readonly place: Place;
}

function graphOf(nodes: readonly NodeProto[], given: Given, rim: Rim): GraphProto {
  const rest = { initializers: [], sparseInitializers: [], valueInfo: [] };
  return { ...rest, ...rim, nodes: nodes.map((node) => substituted(node, given)) };
}

/** A node that refers to nothing stays the node it is. */
function substituted(node: NodeProto, given: Given): NodeProto {
  const plain = node.attributes.every(({ reference, g }) => reference === '' && g === undefined);
  if (plain) return node;
  const attributes = node.attributes.flatMap((attribute) => {
    const { name, reference, g } = attribute;
    if (reference === '')
      return g === undefined ? [attribute] : [{ ...attribute, g: graphOf(g.nodes, given, g) }];
    const found = given.get(reference);
    return found === undefined ? [] : [{ ...found, name }];
  });
  return { ...node, attributes };
}
