import { broadcast } from '@separable/core';
import { Unsupported } from '../import/unsupported.js';
import type { Lowerings } from './lowering.js';

/** `Expand`: broadcasts both ways; `Tile` repeats. */
export const expand: Lowerings = {
  Expand: (node) => {
    const shape = broadcast(node.shape(0), node.dims(1));
    return node.g.expand({ x: node.value(0) }, { shape }, node.name());
  },
  Tile: (node) => {
    if (node.count !== 2) throw new Unsupported('it has the form of opset 1');
    return node.g.tile({ x: node.value(0) }, { repeats: node.dims(1) }, node.name());
  },
};
