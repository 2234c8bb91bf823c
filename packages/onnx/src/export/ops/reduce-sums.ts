import { elementTypes } from '../../proto/element-types.js';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import { reduced } from '../reduction.js';

type Sum = 'reduceL1' | 'reduceSum' | 'reduceSumSquare';

/** ONNX Runtime's sums of int32 saturate at the ends of the range; those of int64, cast back, wrap. */
export const reduceSums: Lowerings<Sum> = {
  reduceL1(node) {
    if (node.dtype === 'int32') return node.decomposed();
    return reduced(node, 'ReduceL1', { single: (_, x) => node.add('Abs', [x]) });
  },
  reduceSum(node) {
    if (node.dtype !== 'int32') return reduced(node, 'ReduceSum');
    const wide = (_: NodeExport<'reduceSum'>, x: string) => node.cast(x, elementTypes.int64);
    const { name, order } = reduced(node, 'ReduceSum', { single: wide, before: wide });
    return { name: node.cast(name, elementTypes.int32), order };
  },
  reduceSumSquare(node) {
    if (node.dtype === 'int32') return node.decomposed();
    return reduced(node, 'ReduceSumSquare', { single: (_, x) => node.add('Mul', [x, x]) });
  },
};
