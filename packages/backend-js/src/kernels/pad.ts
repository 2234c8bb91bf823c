import { stridesOf } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { elementPair } from '../movement/element-pair.js';
import { copyPicked, planPicks } from '../movement/picked-copy.js';
import { bindCopy } from '../movement/strided-copy.js';

/** Constants: fills the result, then copies the inside. Edges and reflections: an index a pixel. */
export const pad: Kernel<'pad'> = {
  plan({ attributes, operands, results }) {
    const from = operands.x.shape;
    const to = results[0]!.shape;
    const before = attributes.before as readonly number[];
    const { mode, value } = attributes;
    if (mode !== 'constant') {
      const picks = planPicks(
        from,
        to,
        to.map((extent, axis) =>
          extent === from[axis] ? undefined : inside(extent, before[axis]!, from[axis]!, mode),
        ),
      );
      const counter = new Int32Array(from.length);
      return {
        bind({ operands: { x }, results: [y] }) {
          const pair = elementPair(x, y!);
          return () => copyPicked(picks, counter, pair);
        },
      };
    }
    const strides = stridesOf(from);
    const targets = stridesOf(to);
    const axes = from.map((extent, axis) => ({ extent, from: strides[axis]!, to: targets[axis]! }));
    const toStart = targets.reduce((sum, stride, axis) => sum + stride * before[axis]!, 0);
    return {
      bind({ operands: { x }, results: [y] }) {
        const copy = bindCopy({ axes, fromStart: 0, toStart }, x, y!);
        return () => {
          y!.fill(value);
          copy();
        };
      },
    };
  },
};

/** The pixel inside that each pixel of a padded axis repeats or mirrors. */
function inside(
  padded: number,
  before: number,
  extent: number,
  mode: 'edge' | 'reflect',
): Int32Array {
  const last = extent - 1;
  return Int32Array.from({ length: padded }, (_, i) => {
    const place = i - before;
    if (mode === 'edge') return Math.min(Math.max(place, 0), last);
    return place < 0 ? -place : place > last ? 2 * last - place : place;
  });
}
