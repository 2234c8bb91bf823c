import { isConcrete, sizeOf } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { plainOrder } from '../order.js';
import { reduced } from '../reduction.js';

/** Reductions that ONNX has under the same meaning. */
export const reductions: Lowerings<'reduceL2' | 'reduceLogSumExp' | 'reduceMean'> = {
  reduceL2: (node) => reduced(node, 'ReduceL2', { single: (_, x) => node.add('Abs', [x]) }),
  reduceLogSumExp: (node) => reduced(node, 'ReduceLogSumExp'),
  /** ONNX Runtime takes the mean of no elements to be 0; it is NaN. */
  reduceMean(node) {
    const { shape } = node.types[0]!;
    const isOfNothing = node.shape('x').includes(0);
    if (!isOfNothing || !isConcrete(shape)) return reduced(node, 'ReduceMean');
    const data = new Float32Array(sizeOf(shape)).fill(NaN);
    const name = node.model.constants.tensor('nothing', { dtype: 'float32', shape, data });
    return { name, order: plainOrder(shape.length) };
  },
};
