import { ExecutionError, resolveAxis, sizeOf } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { elementPair } from '../movement/element-pair.js';
import { copyPicked, type PickedCopy, planPicks } from '../movement/picked-copy.js';

/** Checks the indices, then copies what they choose. */
export const gather: Kernel<'gather'> = {
  plan({ attributes, operands, node }) {
    const { shape } = operands.x;
    const axis = resolveAxis(attributes.axis, shape.length);
    const extent = shape[axis]!;
    const chosen = new Int32Array(sizeOf(operands.indices.shape));
    const to = shape.with(axis, chosen.length);
    const copy: PickedCopy = planPicks(
      shape,
      to,
      shape.map((_, i) => (i === axis ? chosen : undefined)),
    );
    const offsets = copy.offsets[axis]!;
    const stride = sizeOf(shape.slice(axis + 1));
    const counter = new Int32Array(shape.length);
    return {
      bind({ operands: { x, indices }, results: [y] }) {
        const pair = elementPair(x, y!);
        return () => {
          for (let i = 0; i < indices.length; i++) {
            const index = indices[i]!;
            const place = index < 0 ? index + extent : index;
            if (place < 0 || place >= extent) {
              throw new ExecutionError(
                `node '${node}' (gather): index ${index} is outside axis ${axis} of ${extent} elements`,
                { place: { node, op: 'gather' } },
              );
            }
            offsets[i] = place * stride;
          }
          copyPicked(copy, counter, pair);
        };
      },
    };
  },
};
