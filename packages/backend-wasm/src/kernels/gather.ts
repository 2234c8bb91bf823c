import { bytesPerElement, resolveAxis, sizeOf } from '@separable/core';
import { shares } from '../elements/shares.js';
import { i32, select, trap } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { emitRun } from '../movement/emit-run.js';

/** A run for each index; one outside the axis traps. */
export const gather: Kernel<'gather'> = {
  plan({ attributes, operands: { x, indices } }) {
    const axis = resolveAxis(attributes.axis, x.shape.length);
    const extent = x.shape[axis]!;
    const count = sizeOf(indices.shape);
    const run = sizeOf(x.shape.slice(axis + 1)) * bytesPerElement(x.dtype);
    // Runs of nothing are copied too, so that their indices are looked at.
    const runs = sizeOf(x.shape.slice(0, axis)) * count;
    const work = shares(runs, run / 4 + 4);
    return {
      label: 'gather',
      stages: [
        {
          units: work.units,
          emit({ f, unit, operands, results: [y] }) {
            work.emit(f, unit, (number) => {
              const place = i32.add(i32.mul(i32.remU(number, count), 4), operands.indices);
              const index = f.local('i32', i32.load(place));
              const fromEnd = i32.add(index, extent);
              f.set(index, select('i32', fromEnd, index, i32.ltS(index, 0)));
              f.if(i32.geU(index, extent), () => f.do(trap));
              const line = i32.mul(i32.divU(number, count), extent);
              const source = i32.mul(i32.add(line, index), run);
              const from = f.local('i32', i32.add(source, operands.x));
              const to = f.local('i32', i32.add(i32.mul(number, run), y!));
              emitRun(f, to, from, run);
            });
          },
        },
      ],
    };
  },
};
