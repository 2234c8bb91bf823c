import type { Tag } from './case.js';
import { declared, integers, type Source, uniform } from './source.js';

interface ReductionPattern {
  readonly name: string;
  readonly operands: { readonly x: Source };
  readonly attributes: { readonly axes: readonly number[] | null; readonly keepDims: boolean };
  readonly tags: readonly Tag[];
}

/** Sets of axes of a tensor of rank 4. */
const axisSets: readonly (readonly number[] | null)[] = [
  null,
  [0],
  [1],
  [2],
  [3],
  [-1],
  [1, 2],
  [-3, -2],
  [0, 3],
  [1, 3],
  [0, 1, 2],
  [2, 0],
  [0, 1, 2, 3],
  [],
];

/** Which axes a reduction is tried over, on numbers from `least` to `most`. */
export function reductionPatterns(
  least: number,
  most: number,
  tags: readonly Tag[] = [],
): readonly ReductionPattern[] {
  const make = (shape: readonly number[]): Source => uniform(shape, least, most);
  const over = (
    name: string,
    x: Source,
    axes: readonly number[] | null,
    keepDims: boolean,
    ...more: Tag[]
  ) => ({
    name,
    operands: { x },
    attributes: { axes, keepDims },
    tags: [...tags, ...more],
  });
  return [
    ...axisSets.map((axes, i) =>
      over(
        axes === null ? 'all axes' : `axes [${axes.join(', ')}]`,
        make([2, 3, 4, 5]),
        axes,
        i % 2 === 0,
      ),
    ),
    over('all axes, kept', make([3, 4]), null, true),
    over('all axes, left out', make([3, 4]), null, false),
    over('rows and columns, left out', make([2, 3, 4, 5]), [1, 2], false),
    over('channels, kept', make([2, 3, 4, 5]), [-1], true),
    over('rank 1', make([17]), [0], false),
    over('scalar', make([]), null, false),
    over('one element', make([1, 1, 1, 1]), [1, 2], true),
    over('rank 5', make([2, 2, 3, 2, 2]), [1, 3], false),
    over('many terms', make([1, 400]), [1], false),
    over('kept axis of nothing', make([0, 3]), [1], false, 'zeroSize'),
    over('symbolic', declared(make([2, 3, 4]), ['batch', 'W', 4]), [1], true, 'symbolic'),
  ];
}

/** The same over int32. */
export function integerReductions(
  least: number,
  most: number,
  tags: readonly Tag[] = [],
): readonly ReductionPattern[] {
  const x = integers([2, 3, 4], least, most);
  return ([null, [1], [0, 2], [-1]] as const).map((axes, i) => ({
    name: `int32, ${axes === null ? 'all axes' : `axes [${axes.join(', ')}]`}`,
    operands: { x },
    attributes: { axes, keepDims: i % 2 === 1 },
    tags,
  }));
}
