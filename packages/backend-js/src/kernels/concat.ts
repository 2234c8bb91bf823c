import { resolveAxis } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { copyRows, rowsFrom } from '../movement/cut.js';
import { bindCopy } from '../movement/strided-copy.js';

/** Copies each operand to its part of every row. */
export const concat: Kernel<'concat'> = {
  plan({ attributes, operands, results }) {
    const { shape } = results[0]!;
    const axis = resolveAxis(attributes.axis, shape.length);
    const { count, length: row } = rowsFrom(shape, axis);
    let start = 0;
    const copies = operands.inputs.map((input) => {
      const { length } = rowsFrom(input.shape, axis);
      const copy = copyRows(count, length, { row: length, start: 0 }, { row, start });
      start += length;
      return copy;
    });
    return {
      bind({ operands: { inputs }, results: [y] }) {
        const steps = copies.map((copy, i) => bindCopy(copy, inputs[i]!, y!));
        return () => {
          for (let i = 0; i < steps.length; i++) steps[i]!();
        };
      },
    };
  },
};
