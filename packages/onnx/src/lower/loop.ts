import type { NodeImport } from '../import/node-import.js';
import type { KnownOperand, Operand } from '../import/operand.js';
import { whole } from '../import/quantity.js';
import { Unsupported } from '../import/unsupported.js';
import { elementTypes } from '../proto/element-types.js';
import { errorAt } from '../proto/place.js';
import { stacked } from './stacked.js';
import type { Lowerings } from './lowering.js';

/**
 * `Loop`: its body once an iteration, where the import can tell how many there are. What the body
 * carries goes from one iteration into the next; what it yields is stacked.
 *
 * Source: ONNX Loop-19.
 */
export const loop: Lowerings = {
  Loop(node) {
    const body = node.attributes.graph('body');
    const count = node.has(0) ? decisive(node, node.operand(0), 'its trip count') : Infinity;
    let goes = node.has(1) ? decisive(node, node.operand(1), 'its condition') : 1;
    let carried: readonly Operand[] = Array.from({ length: Math.max(0, node.count - 2) }, (_, i) =>
      node.operand(i + 2),
    );
    const yields = body.outputs.length - 1 - carried.length;
    if (yields < 0) throw errorAt(body.place, 'the body of Loop has too few outputs');
    const yielded: Operand[][] = Array.from({ length: yields }, () => []);
    for (let i = 0; i < count && goes !== 0; i++) {
      const [next, ...results] = node.run(body, [
        decided(elementTypes.int64, i),
        decided(elementTypes.bool, 1),
        ...carried,
      ]);
      if (next === undefined || next.kind === 'missing') return [];
      goes = decisive(node, next, 'its condition');
      carried = results.slice(0, carried.length);
      results.slice(carried.length).forEach((result, at) => yielded[at]!.push(result));
    }
    return [...carried, ...yielded.map((results) => stacked(node, results))];
  },
};

function decided(elementType: number, value: number): KnownOperand {
  return { kind: 'known', name: '', elementType, dims: [], elements: [whole(value)] };
}

function decisive(node: NodeImport, operand: Operand, what: string): number {
  const number = node.decided(operand);
  if (number !== undefined) return number;
  throw new Unsupported(`${what} is only known when the graph runs`);
}
