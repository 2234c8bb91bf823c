import { resolveAxis } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { copyRows, rowsFrom } from '../movement/cut.js';
import { bindCopy } from '../movement/strided-copy.js';

/** Copies a part of every row to each result. */
export const split: Kernel<'split'> = {
  plan({ attributes, operands, results }) {
    const { shape } = operands.x;
    const axis = resolveAxis(attributes.axis, shape.length);
    const { count, length: row } = rowsFrom(shape, axis);
    let start = 0;
    const copies = results.map((result) => {
      const { length } = rowsFrom(result.shape, axis);
      const copy = copyRows(count, length, { row, start }, { row: length, start: 0 });
      start += length;
      return copy;
    });
    return {
      bind({ operands: { x }, results: parts }) {
        const steps = copies.map((copy, i) => bindCopy(copy, x, parts[i]!));
        return () => {
          for (let i = 0; i < steps.length; i++) steps[i]!();
        };
      },
    };
  },
};
