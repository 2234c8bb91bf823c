import { Json } from '../file/json.js';
import { errorAt, quote } from '../file/place.js';

/** One result of a node: `name` or `name:1`. */
export interface ResultRef {
  readonly node: string;
  readonly result: number;
}

/** A node of a TensorFlow graph as model.json describes it. */
export interface NodeDef {
  readonly name: string;
  readonly op: string;
  /** What it reads; inputs that only order nodes are left out. */
  readonly inputs: readonly ResultRef[];
  readonly attributes: Json;
  readonly place: string;
}

/** Reads `node` or `node:1`. */
export function readRef(text: string): ResultRef {
  const [, node, result] = /^(.*):(\d{1,6})$/.exec(text) ?? [];
  return node === undefined ? { node: text, result: 0 } : { node, result: Number(result) };
}

/**
 * Reads the nodes of a graph by name.
 *
 * @throws ImportError
 */
export function readNodes(topology: Json): ReadonlyMap<string, NodeDef> {
  const nodes = new Map<string, NodeDef>();
  for (const json of topology.get('node').list()) {
    const name = json.get('name').text();
    if (nodes.has(name)) throw errorAt(json.place, `a second node named ${quote(name)}`);
    const inputs = json
      .get('input')
      .listOrNone()
      .map((input) => input.text())
      .filter((input) => !input.startsWith('^'))
      .map(readRef);
    const attributes = json.get('attr');
    nodes.set(name, {
      name,
      op: json.get('op').text(),
      inputs,
      attributes: attributes.isAbsent ? new Json({}, attributes.place) : attributes,
      place: json.place,
    });
  }
  return nodes;
}
