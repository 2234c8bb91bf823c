import { resolveAxis } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { emitInTurn } from '../movement/copy-plan.js';
import { partCopies, unitsOfAll } from '../movement/cut.js';

/** Copies each operand to its part of every row. */
export const concat: Kernel<'concat'> = {
  plan({ attributes, operands: { inputs }, results }) {
    const { shape, dtype } = results[0]!;
    const axis = resolveAxis(attributes.axis, shape.length);
    const shapes = inputs.map((input) => input.shape);
    const copies = partCopies(shape, shapes, axis, dtype, 'target');
    return {
      label: 'concat',
      stages: [
        {
          units: unitsOfAll(copies),
          emit({ f, unit, operands, results: [y] }) {
            emitInTurn(f, unit, copies, (copy, own, i) =>
              copy.emit(f, own, operands.inputs[i]!, y!),
            );
          },
        },
      ],
    };
  },
};
