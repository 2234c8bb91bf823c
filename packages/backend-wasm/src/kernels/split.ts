import { resolveAxis } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { emitInTurn } from '../movement/copy-plan.js';
import { partCopies, unitsOfAll } from '../movement/cut.js';

/** Copies a part of every row to each result. */
export const split: Kernel<'split'> = {
  plan({ attributes, operands: { x }, results }) {
    const axis = resolveAxis(attributes.axis, x.shape.length);
    const shapes = results.map((result) => result.shape);
    const copies = partCopies(x.shape, shapes, axis, x.dtype, 'source');
    return {
      label: 'split',
      stages: [
        {
          units: unitsOfAll(copies),
          emit({ f, unit, operands, results: parts }) {
            emitInTurn(f, unit, copies, (copy, own, i) => copy.emit(f, own, operands.x, parts[i]!));
          },
        },
      ],
    };
  },
};
