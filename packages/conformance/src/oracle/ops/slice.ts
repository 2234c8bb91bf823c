import { axisOf } from '../coordinates.js';
import type { OracleOp } from '../exact.js';
import { rearrange } from '../movement.js';

/** NumPy's `start:end:step` of the axes named. */
export const slice: OracleOp<'slice'> = ({
  operands: { x },
  attributes: { axes, starts, ends, steps },
}) => {
  const taken = x.shape.map((extent) => Array.from({ length: extent }, (_, i) => i));
  axes.forEach((named, i) => {
    const axis = axisOf(named, x.shape.length);
    taken[axis] = indices(starts[i] as number, ends[i] as number, steps[i]!, x.shape[axis]!);
  });
  return [
    rearrange(
      x,
      taken.map((list) => list.length),
      (at) => at.map((index, axis) => taken[axis]![index]!),
    ),
  ];
};

function indices(start: number, end: number, step: number, extent: number): number[] {
  const [least, most] = step > 0 ? [0, extent] : [-1, extent - 1];
  const bound = (index: number): number =>
    Math.min(Math.max(index < 0 ? index + extent : index, least), most);
  const last = bound(end);
  const list: number[] = [];
  for (let i = bound(start); step > 0 ? i < last : i > last; i += step) list.push(i);
  return list;
}
