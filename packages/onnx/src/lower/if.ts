import { errorAt } from '../proto/place.js';
import { Unsupported } from '../import/unsupported.js';
import type { Lowerings } from './lowering.js';

/** `If`: the branch that is taken, where the import can tell which; nothing is left of the other. */
export const branch: Lowerings = {
  If(node) {
    const { attributes } = node;
    const branches = [attributes.graph('else_branch'), attributes.graph('then_branch')] as const;
    const condition = node.decided(node.operand(0));
    if (condition === undefined) {
      throw new Unsupported('its condition is only known when the graph runs');
    }
    const results = node.run(branches[condition === 0 ? 0 : 1]);
    if (results.length === node.node.outputs.length) return results;
    const counts = `${results.length} results for ${node.node.outputs.length} outputs`;
    throw errorAt(node.node.place, `the branch of If has ${counts}`);
  },
};
