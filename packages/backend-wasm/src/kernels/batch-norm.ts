import { resolveAxis, sizeOf } from '@separable/core';
import { shares } from '../elements/shares.js';
import { f32x4, i32, type Local, v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { emitLines } from '../normalisation/lines.js';
import { loadLanes, storeLanes } from '../tiles/lanes.js';

/** Slopes first, `scale / √(variance + epsilon)`; then `(x − mean) · slope + offset`. */
export const batchNorm: Kernel<'batchNorm'> = {
  plan({ attributes, operands: { x } }) {
    const axis = resolveAxis(attributes.axis, x.shape.length);
    const channels = x.shape[axis]!;
    const inner = sizeOf(x.shape.slice(axis + 1));
    const outer = sizeOf(x.shape.slice(0, axis));
    // Runs of all channels, or of one channel each.
    const isLast = inner === 1;
    const length = isLast ? channels : inner;
    const runs = length === 0 ? 0 : isLast ? outer : outer * channels;
    const work = shares(runs, length);
    return {
      label: 'batchNorm, 4 lanes',
      inPlace: ['x'],
      scratch: channels * 4,
      stages: [
        {
          units: channels === 0 ? 0 : 1,
          emit({ f, operands: { variance, scale }, scratch }) {
            const from = f.local('i32', 0);
            const lines = { from, length: channels };
            emitLines(f, lines, (at, lanes) => {
              const added = f32x4.splat(attributes.epsilon);
              const deviation = f32x4.sqrt(f32x4.add(loadLanes(at, lanes, variance), added));
              const factor = scale === undefined ? f32x4.splat(1) : loadLanes(at, lanes, scale);
              storeLanes(f, at, f.local('v128', f32x4.div(factor, deviation)), lanes, scratch);
            });
          },
        },
        {
          units: work.units,
          emit({ f, unit, operands: { mean, offset, ...operands }, results: [y], scratch }) {
            work.emit(f, unit, (run) => {
              const channel = f.local('i32', i32.shl(i32.remU(run, channels), 2));
              const from = f.local('i32', i32.mul(run, length * 4));
              const read = (base: number) => f.local('v128', v128.load32Splat(channel, base));
              const fixed = isLast
                ? []
                : [mean, scratch, offset].map((base) => read(base ?? scratch));
              emitLines(f, { from, length }, (at, lanes, _, parameter) => {
                const of = (index: number, base: number) =>
                  isLast ? loadLanes(parameter, lanes, base) : (fixed[index] as Local<'v128'>);
                const centred = f32x4.sub(loadLanes(at, lanes, operands.x), of(0, mean));
                const value = f.local('v128', f32x4.mul(centred, of(1, scratch)));
                if (offset !== undefined) f.set(value, f32x4.add(value, of(2, offset)));
                storeLanes(f, at, value, lanes, y!);
              });
            });
          },
        },
      ],
    };
  },
};
