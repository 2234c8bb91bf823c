import { sliceRanges } from '../forms/slice-ranges.js';
import type { Lowerings } from './lowering.js';

/** `Slice`: ranges as attributes before opset 10, as operands since. */
export const slice: Lowerings = {
  Slice: (node) => node.g.slice({ x: node.value(0) }, { ...sliceRanges(node) }, node.name()),
};
