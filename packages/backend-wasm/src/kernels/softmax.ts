import { sizeOf } from '@separable/core';
import { exponential } from '../elementwise/exponential.js';
import { f32, f32x4, i32 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { loadLanes, storeLanes, vectorBytes } from '../tiles/lanes.js';

/** Along the last axis, a row at a time: greatest, powers and their sum, quotients. */
export const softmax: Kernel<'softmax'> = {
  refuse: ({ attributes: { axis }, operands: { x } }) =>
    axis === -1 || axis === x.shape.length - 1
      ? undefined
      : 'backend wasm runs softmax along the last axis',

  plan({ operands: { x } }) {
    const length = x.shape.at(-1)!;
    const rows = length === 0 ? 0 : sizeOf(x.shape) / length;
    const whole = length - (length % 4);
    const rest = length % 4;
    const perUnit = Math.max(1, Math.floor(8192 / Math.max(1, length)));
    return {
      label: 'softmax, rows of 4 lanes',
      inPlace: ['x'],
      stages: [
        {
          units: Math.ceil(rows / perUnit),
          emit({ module, f, unit, operands: addresses, results: [y] }) {
            const source = f.local('i32');
            const result = f.local('i32');
            const end = f.local('i32');
            const each = (body: (lanes: number) => void): void => {
              if (whole > 0) {
                f.repeat(() => {
                  body(4);
                  f.advance(source, vectorBytes);
                  f.advance(result, vectorBytes);
                  return i32.ne(result, end);
                });
              }
              if (rest > 0) body(rest);
            };
            const row = f.local('i32', i32.mul(unit, perUnit));
            const last = f.local('i32', i32.add(row, perUnit));
            f.if(i32.gtS(last, rows), () => f.set(last, rows));
            f.while(i32.ltS(row, last), () => {
              const start = f.local('i32', i32.mul(row, length * 4));
              const begin = (from: number): void => {
                f.set(source, i32.add(start, from));
                f.set(result, i32.add(start, y!));
                f.set(end, i32.add(result, whole * 4));
              };
              const most = f.local('f32', -Infinity);
              const peaks = f.local('v128', f32x4.splat(-Infinity));
              begin(addresses.x);
              each((lanes) => {
                const value = f.local('v128', loadLanes(source, lanes));
                if (lanes === 4) f.set(peaks, f32x4.max(peaks, value));
                else
                  for (let lane = 0; lane < lanes; lane++) {
                    f.set(most, f32.max(most, f32x4.extractLane(value, lane)));
                  }
              });
              for (let lane = 0; lane < 4; lane++) {
                f.set(most, f32.max(most, f32x4.extractLane(peaks, lane)));
              }
              f.set(peaks, f32x4.splat(most));
              const sum = f.local('f32', 0);
              const sums = f.local('v128', f32x4.splat(0));
              begin(addresses.x);
              each((lanes) => {
                const value = f.local('v128', f32x4.sub(loadLanes(source, lanes), peaks));
                f.set(value, exponential(module, value));
                if (lanes === 4) f.set(sums, f32x4.add(sums, value));
                else
                  for (let lane = 0; lane < lanes; lane++) {
                    f.set(sum, f32.add(sum, f32x4.extractLane(value, lane)));
                  }
                storeLanes(f, result, value, lanes);
              });
              for (let lane = 0; lane < 4; lane++) {
                f.set(sum, f32.add(sum, f32x4.extractLane(sums, lane)));
              }
              f.set(sums, f32x4.splat(sum));
              begin(y!);
              each((lanes) => {
                const value = f.local('v128', f32x4.div(loadLanes(source, lanes), sums));
                storeLanes(f, result, value, lanes);
              });
              f.advance(row, 1);
            });
          },
        },
      ],
    };
  },
};
