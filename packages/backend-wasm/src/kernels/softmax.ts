import { sizeOf } from '@separable/core';
import { shares } from '../elements/shares.js';
import { firstLanes, mergeLanes } from '../elements/shuffle-lanes.js';
import { exponential } from '../elementwise/exponential.js';
import { type Expression, f32x4, i32 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { emitLines } from '../normalisation/lines.js';
import { loadLanes, storeLanes } from '../tiles/lanes.js';

/** Along the last axis, a row at a time: greatest, powers and their sum, quotients. */
export const softmax: Kernel<'softmax'> = {
  refuse: ({ attributes: { axis }, operands: { x } }) =>
    axis === -1 || axis === x.shape.length - 1
      ? undefined
      : 'backend wasm runs softmax along the last axis',

  plan({ operands: { x } }) {
    const length = x.shape.at(-1)!;
    const work = shares(length === 0 ? 0 : sizeOf(x.shape) / length, 2 * length);
    return {
      label: 'softmax, rows of 4 lanes',
      inPlace: ['x'],
      stages: [
        {
          units: work.units,
          emit({ module, f, unit, operands, results: [y] }) {
            work.emit(f, unit, (row) => {
              const from = f.local('i32', i32.mul(row, length * 4));
              const lines = { from, length };
              // Lanes behind the last element are lowest, so that their power is 0.
              const lowest = f32x4.splat(-Infinity);
              const read = (at: typeof from, lanes: number): Expression<'v128'> => {
                const value = loadLanes(at, lanes, operands.x);
                return lanes === 4 ? value : firstLanes(value, lowest, lanes);
              };
              const greatest = f.local('v128', lowest);
              emitLines(f, lines, (at, lanes) =>
                f.set(greatest, f32x4.max(greatest, read(at, lanes))),
              );
              mergeLanes(f, greatest, f32x4.max);
              const sum = f.local('v128', f32x4.splat(0));
              emitLines(f, lines, (at, lanes) => {
                const power = exponential(module, f32x4.sub(read(at, lanes), greatest));
                const value = f.local('v128', power);
                f.set(sum, f32x4.add(sum, value));
                storeLanes(f, at, value, lanes, y!);
              });
              mergeLanes(f, sum, f32x4.add);
              emitLines(f, lines, (at, lanes) => {
                const value = f.local('v128', f32x4.div(loadLanes(at, lanes, y!), sum));
                storeLanes(f, at, value, lanes, y!);
              });
            });
          },
        },
      ],
    };
  },
};
