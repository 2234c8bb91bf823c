import type { Shape } from '@separable/core';
import { errorAt } from '../../file/place.js';
import { Unsupported } from '../../unsupported.js';
import type { NodeImport } from '../node-import.js';

/** What is taken of one axis. */
export interface Range {
  readonly axis: number;
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** A strided slice taken apart. */
export interface StridedSlice {
  readonly ranges: readonly Range[];
  /** Axes of the input of which one entry is taken, and which the result lacks. */
  readonly dropped: readonly number[];
  /** Axes of extent 1 that the result has besides. */
  readonly added: readonly number[];
}

const farthest = 2 ** 31 - 1;

/**
 * Reads `begin`, `end`, `strides` and the masks of StridedSlice for an input of a shape.
 *
 * Source: the specification of `tf.strided_slice`.
 */
export function stridedSlice(
  node: NodeImport,
  shape: Shape,
  [begin, end, strides]: readonly [readonly number[], readonly number[], readonly number[]],
): StridedSlice {
  const count = begin.length;
  if (end.length !== count || strides.length !== count || count > 2 * shape.length + 8) {
    throw errorAt(node.node.place, 'begin, end and strides must be equally long');
  }
  const mask = (name: string): ((i: number) => boolean) => {
    const bits = node.attributes.int(name, 0);
    return (i) => Math.floor(bits / 2 ** i) % 2 === 1;
  };
  const [openBegin, openEnd, shrink, ellipsis, newAxis] = [
    'begin_mask',
    'end_mask',
    'shrink_axis_mask',
    'ellipsis_mask',
    'new_axis_mask',
  ].map(mask) as [Mask, Mask, Mask, Mask, Mask];
  const ranges: Range[] = [];
  const [dropped, added]: [number[], number[]] = [[], []];
  const taking = [...begin.keys()].filter((i) => !newAxis(i) && !ellipsis(i)).length;
  let [axis, made] = [0, 0];
  for (let i = 0; i < count; i++) {
    if (ellipsis(i)) {
      const passed = shape.length - taking;
      axis += passed;
      made += passed;
      continue;
    }
    if (newAxis(i)) {
      added.push(made++);
      continue;
    }
    const step = strides[i]!;
    if (axis >= shape.length || step === 0) {
      throw errorAt(node.node.place, 'begin, end and strides do not fit the input');
    }
    const start = begin[i]!;
    if (shrink(i)) {
      // One entry: the end would be 0 behind a start of −1, so it is left to the axis.
      ranges.push({ axis, start, end: start === -1 ? farthest : start + 1, step: 1 });
      dropped.push(axis++);
      continue;
    }
    ranges.push({
      axis: axis++,
      start: openBegin(i) ? (step > 0 ? 0 : farthest) : start,
      end: openEnd(i) ? (step > 0 ? farthest : -farthest) : end[i]!,
      step,
    });
    made++;
  }
  if (axis > shape.length) throw new Unsupported('it takes more axes than its input has');
  return { ranges, dropped, added };
}

type Mask = (i: number) => boolean;
