import type { UnsupportedNode } from '@separable/core';
import type { GraphProto } from '../proto/graph-proto.js';
import { limits } from '../proto/limits.js';
import type { NodeProto } from '../proto/node-proto.js';
import { errorAt, quote } from '../proto/place.js';
import type { TensorProto } from '../proto/tensor-proto.js';
import { constantOperand } from './constant-operand.js';
import { importNode } from './import-node.js';
import type { ModelContext } from './node-import.js';
import type { ConstantOperand } from './operand.js';
import { orderNodes } from './order.js';
import { Scope } from './scope.js';

/**
 * Imports the graphs that nodes hold. A body of a loop comes by once an iteration: its order and its
 * constants are found once.
 */
export function bodies(unsupported: UnsupportedNode[]): ModelContext['body'] {
  const orders = new Map<GraphProto, readonly NodeProto[]>();
  const constants = new Map<TensorProto, ConstantOperand>();
  return function body(this: ModelContext, graph, inputs, around) {
    const nodes = orders.get(graph) ?? orderNodes(graph, around.has);
    orders.set(graph, nodes);
    this.spent.unrolled += 1 + nodes.length;
    if (this.spent.unrolled > limits.unrolledNodes) {
      throw errorAt(graph.place, `its loops come to over ${limits.unrolledNodes} nodes`);
    }
    const scope = new Scope(around);
    for (const tensor of graph.initializers) {
      const found = constants.get(tensor);
      const constant = found ?? constantOperand(tensor.name, tensor, this.externalData);
      constants.set(tensor, constant);
      scope.set(tensor.name, constant);
    }
    if (inputs.length !== graph.inputs.length) {
      const counts = `${graph.inputs.length} inputs and is given ${inputs.length}`;
      throw errorAt(graph.place, `graph ${quote(graph.name)} takes ${counts}`);
    }
    graph.inputs.forEach(({ name }, i) => {
      const input = inputs[i];
      if (input !== undefined) scope.set(name, input);
    });
    for (const node of nodes) importNode(node, this, scope, unsupported);
    return graph.outputs.map(({ name }) => scope.get(name) ?? { kind: 'missing', name });
  };
}
