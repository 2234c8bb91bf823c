import { f32x4, i32 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { loadLanes, storeLanes, vectorBytes } from '../tiles/lanes.js';

/** Channels of a unit. */
const unitChannels = 64;

/** Four channels at a time, pixel after pixel. */
export const globalAveragePool2d: Kernel<'globalAveragePool2d'> = {
  plan({ operands: { x } }) {
    const [images, height, width, channels] = x.shape as [number, number, number, number];
    const pixels = height * width;
    const groups = Math.ceil(channels / unitChannels);
    return {
      label: 'global average, 4 channels',
      stages: [
        {
          units: images * groups,
          emit({ f, unit, operands: addresses, results: [y] }) {
            const image = f.local('i32', i32.divU(unit, groups));
            const first = f.local('i32', i32.mul(i32.remU(unit, groups), unitChannels * 4));
            const end = f.local('i32', i32.add(first, unitChannels * 4));
            const whole = channels - (channels % 4);
            f.if(i32.gtS(end, whole * 4), () => f.set(end, whole * 4));
            const from = f.local(
              'i32',
              i32.add(i32.mul(image, pixels * channels * 4), addresses.x),
            );
            const to = f.local('i32', i32.add(i32.mul(image, channels * 4), y!));
            const pool = (lanes: number): void => {
              const sum = f.local('v128', f32x4.splat(0));
              const source = f.local('i32', i32.add(from, first));
              f.for({ from: 0, to: pixels }, () => {
                f.set(sum, f32x4.add(sum, loadLanes(source, lanes)));
                f.advance(source, channels * 4);
              });
              f.set(sum, f32x4.div(sum, f32x4.splat(pixels)));
              storeLanes(f, i32.add(to, first), sum, lanes);
            };
            f.while(i32.ltS(first, end), () => {
              pool(4);
              f.advance(first, vectorBytes);
            });
            if (channels % 4 !== 0) {
              f.if(i32.eq(i32.remU(unit, groups), groups - 1), () => {
                f.set(first, whole * 4);
                pool(channels % 4);
              });
            }
          },
        },
      ],
    };
  },
};
