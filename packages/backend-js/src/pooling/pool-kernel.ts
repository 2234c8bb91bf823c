import { type AttributesOf, windows } from '@separable/core';
import type { Plan, Planner, PlanSite } from '../kernel.js';
import { type AxisTaps, axisTaps } from './axis-taps.js';

export type PoolName = 'maxPool2d' | 'averagePool2d';

/**
 * Pools one pixel: reads channel c of tap t at `x[taps[t] + c]` and writes it to `y[at + c]`.
 *
 * @param divisor taps that count, padding included where it does
 */
export type PoolPixel = (
  x: Float32Array,
  y: Float32Array,
  at: number,
  channels: number,
  taps: Int32Array,
  count: number,
  divisor: number,
) => void;

/** The kernel of a pool: lists the taps of each window that fall on x, then pools them. */
export function poolKernel<K extends PoolName>(
  pixel: PoolPixel,
  countsPadding: (attributes: AttributesOf<K>) => boolean,
): Planner<K> {
  return {
    plan({ attributes, operands, results }: PlanSite<PoolName>): Plan<K> {
      const [batch, height, width, channels] = operands.x.shape as Map4;
      const [, outHeight, outWidth] = results[0]!.shape as Map4;
      const [rowWindow, columnWindow] = windows(attributes.kernel, attributes);
      const rows = axisTaps(height, outHeight, rowWindow);
      const columns = axisTaps(width, outWidth, columnWindow);
      const taps = new Int32Array(rowWindow.kernel * columnWindow.kernel);
      const counted: keyof AxisTaps = countsPadding(attributes as AttributesOf<K>)
        ? 'padded'
        : 'count';
      const [rowDivisors, columnDivisors] = [rows[counted], columns[counted]];
      const rowStep = width * channels * rowWindow.dilation;
      const columnStep = channels * columnWindow.dilation;
      return {
        bind(memory) {
          const { x } = memory.operands as unknown as { readonly x: Float32Array };
          const y = memory.results[0] as Float32Array;
          return () => {
            let at = 0;
            for (let n = 0; n < batch; n++) {
              for (let i = 0; i < outHeight; i++) {
                const top = (n * height + rows.first[i]!) * width;
                for (let j = 0; j < outWidth; j++) {
                  let row = (top + columns.first[j]!) * channels;
                  let count = 0;
                  for (let u = rows.count[i]!; u > 0; u--) {
                    let tap = row;
                    for (let v = columns.count[j]!; v > 0; v--) {
                      taps[count++] = tap;
                      tap += columnStep;
                    }
                    row += rowStep;
                  }
                  pixel(x, y, at, channels, taps, count, rowDivisors[i]! * columnDivisors[j]!);
                  at += channels;
                }
              }
            }
          };
        },
      };
    },
  };
}

type Map4 = readonly [number, number, number, number];
