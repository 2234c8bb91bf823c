import { sizeOf } from '@separable/core';
import { firstLanes, mergeLanes } from '../elements/shuffle-lanes.js';
import { shares } from '../elements/shares.js';
import { exponential } from '../elementwise/exponential.js';
import { f32x4, i32 } from '../encoder/index.js';
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
    const work = shares(length === 0 ? 0 : sizeOf(x.shape) / length, 4 * length);
    return {
      label: 'softmax, rows of 4 lanes',
      inPlace: ['x'],
      stages: [
        {
          units: work.units,
          emit({ module, f, unit, operands: addresses, results: [y] }) {
            work.emit(f, unit, (row) => {
              const from = f.local('i32', i32.mul(row, length * 4));
              const lines = { from, length };
              const peak = f.local('v128', f32x4.splat(-Infinity));
              const value = f.local('v128');
              emitLines(f, lines, (at, lanes) => {
                f.set(value, loadLanes(at, lanes, addresses.x));
                if (lanes < 4) f.set(value, firstLanes(value, peak, lanes));
                f.set(peak, f32x4.max(peak, value));
              });
              mergeLanes(f, peak, f32x4.max);
              const sum = f.local('v128', f32x4.splat(0));
              emitLines(f, lines, (at, lanes) => {
                const distance = f32x4.sub(loadLanes(at, lanes, addresses.x), peak);
                f.set(value, exponential(module, distance));
                storeLanes(f, at, value, lanes, y!);
                if (lanes < 4) f.set(value, firstLanes(value, f32x4.splat(0), lanes));
                f.set(sum, f32x4.add(sum, value));
              });
              mergeLanes(f, sum, f32x4.add);
              emitLines(f, lines, (at, lanes) => {
                f.set(value, f32x4.div(loadLanes(at, lanes, y!), sum));
                storeLanes(f, at, value, lanes, y!);
              });
            });
          },
        },
      ],
    };
  },
};
