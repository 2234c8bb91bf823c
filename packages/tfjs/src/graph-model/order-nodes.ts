import type { ImportError } from '@separable/core';
import { errorAt, quote } from '../file/place.js';
import { loopError } from './control-flow.js';
import type { NodeDef, ResultRef } from './node-def.js';

/**
 * The nodes that the outputs hang on, each behind those it reads.
 *
 * @throws ImportError when a node is missing, or nodes hang on themselves
 * @throws UnsupportedOpError when they do so because the model loops
 */
export function orderNodes(
  nodes: ReadonlyMap<string, NodeDef>,
  outputs: readonly ResultRef[],
): readonly NodeDef[] {
  const order: NodeDef[] = [];
  const state = new Map<NodeDef, 'open' | 'done'>();
  const stack: { readonly node: NodeDef; entered: boolean }[] = [];
  const push = (ref: ResultRef, reader: string): void => {
    const node = nodes.get(ref.node);
    if (node === undefined) throw noSuchNode(reader, ref.node);
    stack.push({ node, entered: false });
  };
  for (const ref of outputs) push(ref, 'an output');
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const { node } = top;
    if (top.entered || state.get(node) === 'done') {
      stack.pop();
      if (state.get(node) === 'open') order.push(node);
      state.set(node, 'done');
      continue;
    }
    if (state.has(node)) {
      const cycle = `node ${quote(node.name)} hangs on its own result in a cycle`;
      throw loopError(nodes.values()) ?? errorAt(node.place, cycle);
    }
    top.entered = true;
    state.set(node, 'open');
    for (const ref of node.inputs) push(ref, `node ${quote(node.name)}`);
  }
  return order;
}

function noSuchNode(reader: string, name: string): ImportError {
  return errorAt('modelTopology', `${reader} reads ${quote(name)}, which is no node of the graph`);
}
