import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import type { Laid } from '../order.js';
import { type Reduction, reduced } from '../reduction.js';

/** ONNX Runtime's extrema pass over NaN in some layouts, so that it is counted beside them. */
function extremum(node: NodeExport<Reduction>, op: string): Laid {
  const { name, order } = reduced(node, op);
  if (node.dtype !== 'float32' || !node.model.exact) return { name, order };
  const { axes, keepDims } = node.attributes;
  const [isNaN] = node.apply('isNaN', { x: node.value('x') });
  const [mark] = node.apply('cast', { x: isNaN! }, { to: 'float32' });
  const [count] = node.apply('reduceSum', { x: mark! }, { axes, keepDims });
  const hasNaN = node.add('Greater', [node.model.inOrder(count!, order), node.float(0)]);
  return { name: node.add('Where', [hasNaN, node.float(NaN), name]), order };
}

/** `ReduceMax` and `ReduceMin`. */
export const reduceExtrema: Lowerings<'reduceMax' | 'reduceMin'> = {
  reduceMax: (node) => extremum(node, 'ReduceMax'),
  reduceMin: (node) => extremum(node, 'ReduceMin'),
};
