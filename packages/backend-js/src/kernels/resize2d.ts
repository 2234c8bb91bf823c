import type { Kernel, Plan, PlanSite } from '../kernel.js';
import { elementPair } from '../movement/element-pair.js';
import { copyPicked, planPicks } from '../movement/picked-copy.js';
import { blendColumns, blendRows } from '../resize/blend-rows.js';
import { type Blend, cubicBlend, linearBlend, nearest, places } from '../resize/places.js';

/** Nearest: an index a pixel. Otherwise columns first, then rows, each as a weighted sum. */
export const resize2d: Kernel<'resize2d'> = {
  plan(site) {
    const { attributes, operands, results } = site;
    const [, height, width] = operands.x.shape as Map4;
    const [, outHeight, outWidth] = results[0]!.shape as Map4;
    const { mode, coordinates, nearestRounding, cubicCoefficient, scales } = attributes;
    const rows = places(height, outHeight, scales?.[0], coordinates);
    const columns = places(width, outWidth, scales?.[1], coordinates);
    if (mode !== 'nearest') {
      const blend = (at: Float64Array, size: number): Blend =>
        mode === 'bilinear' ? linearBlend(at, size) : cubicBlend(at, size, cubicCoefficient);
      return blendPlan(site, blend(rows, height), blend(columns, width));
    }
    const picks = [
      undefined,
      nearest(rows, height, nearestRounding),
      nearest(columns, width, nearestRounding),
      undefined,
    ];
    const copy = planPicks(operands.x.shape, results[0]!.shape, picks);
    const counter = new Int32Array(4);
    return {
      bind({ operands: { x }, results: [y] }) {
        const pair = elementPair(x, y!);
        return () => copyPicked(copy, counter, pair);
      },
    };
  },
};

/** Rows of x are stretched when they are first needed; the last few stay, as neighbours share them. */
function blendPlan(
  { operands, results }: PlanSite<'resize2d'>,
  rows: Blend,
  columns: Blend,
): Plan<'resize2d'> {
  const [batch, height, width, channels] = operands.x.shape as Map4;
  const [, outHeight, outWidth] = results[0]!.shape as Map4;
  const { taps } = rows;
  const length = outWidth * channels;
  const held = new Int32Array(taps);
  const slots = new Int32Array(taps);
  return {
    scratch: [{ dtype: 'float32', length: taps * length }],
    bind(memory) {
      const x = memory.operands.x as Float32Array;
      const y = memory.results[0] as Float32Array;
      const stretched = memory.scratch[0] as Float32Array;
      return () => {
        held.fill(-1);
        for (let n = 0; n < batch; n++) {
          for (let i = 0; i < outHeight; i++) {
            for (let t = 0; t < taps; t++) {
              const row = n * height + rows.pixels[i * taps + t]!;
              // Any `taps` neighbouring rows fall into slots of their own.
              const slot = row % taps;
              slots[t] = slot;
              if (held[slot] === row) continue;
              held[slot] = row;
              blendColumns(x, row * width * channels, channels, columns, stretched, slot * length);
            }
            const start = (n * outHeight + i) * length;
            blendRows(stretched, slots, length, rows.weights, i * taps, y, start);
          }
        }
      };
    },
  };
}

type Map4 = readonly [number, number, number, number];
