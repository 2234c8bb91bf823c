import { resolveAxis, stridesOf } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { copyKernel } from '../movement/copy-kernel.js';

/** Reads every `step`-th element from the first one taken. */
export const slice: Kernel<'slice'> = copyKernel(({ attributes, operands, results }) => {
  const source = operands.x.shape;
  const { shape } = results[0]!;
  const from = stridesOf(source);
  const to = stridesOf(shape);
  let fromStart = 0;
  attributes.axes.forEach((named, i) => {
    const axis = resolveAxis(named, source.length);
    const step = attributes.steps[i]!;
    fromStart += from[axis]! * firstTaken(attributes.starts[i] as number, step, source[axis]!);
    from[axis]! *= step;
  });
  const axes = shape.map((extent, axis) => ({ extent, from: from[axis]!, to: to[axis]! }));
  return { axes, fromStart, toStart: 0 };
});

/** A start counted from the front and cut to the axis, as NumPy does. */
function firstTaken(start: number, step: number, extent: number): number {
  const place = start < 0 ? start + extent : start;
  return step > 0 ? Math.max(place, 0) : Math.min(place, extent - 1);
}
