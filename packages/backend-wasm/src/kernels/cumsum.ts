import { resolveAxis, sizeOf } from '@separable/core';
import { f32x4, i32, i32x4, type Local, v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { strideLanes } from '../elements/strided-lanes.js';
import { loadLanes, storeLanes } from '../tiles/lanes.js';

/** Four lines at a time. */
export const cumsum: Kernel<'cumsum'> = {
  plan({ attributes: { axis: named, exclusive, reverse }, operands: { x } }) {
    const axis = resolveAxis(named, x.shape.length);
    const extent = x.shape[axis]!;
    const inner = sizeOf(x.shape.slice(axis + 1));
    const lines = strideLanes(x.shape, axis, x.dtype);
    const add = x.dtype === 'float32' ? f32x4.add : i32x4.add;
    return {
      label: 'cumsum, 4 lines',
      inPlace: ['x'],
      stages: [
        {
          units: extent === 0 ? 0 : lines.units,
          emit({ f, unit, operands, results: [y] }) {
            lines.emit(f, unit, operands.x, (line, lanes) => {
              const from = f.local('i32', line.source);
              if (reverse) f.advance(from, (extent - 1) * line.step);
              const to = f.local('i32', i32.add(i32.sub(from, operands.x), y!));
              const total = f.local('v128', i32x4.splat(0));
              const write = (sum: Local<'v128'>): void => {
                if (inner > 1) storeLanes(f, to, sum, lanes);
                else
                  for (let lane = 0; lane < lanes; lane++) {
                    f.do(v128.store32Lane(to, sum, lane, lane * extent * 4));
                  }
              };
              f.for({ from: 0, to: extent }, () => {
                const value = f.local(
                  'v128',
                  inner > 1 ? loadLanes(from, lanes) : line.gather(from, lanes),
                );
                const sum = f.local('v128', add(total, value));
                write(exclusive ? total : sum);
                f.set(total, sum);
                f.advance(from, reverse ? -line.step : line.step);
                f.advance(to, reverse ? -line.step : line.step);
              });
            });
          },
        },
      ],
    };
  },
};
