import { convolutionMutant, type Mutant } from '../mutant.js';
import { type Direct, explicitPadding } from '../direct-convolution.js';

const swap = ([a, b]: readonly [number, number]): readonly [number, number] => [b, a];

/** Convolutions that look at the wrong pixels. */
export const geometry: readonly Mutant[] = [
  convolutionMutant('strides swapped between rows and columns', ({ strides }) => ({
    strides: swap(strides),
  })),
  convolutionMutant('dilations swapped between rows and columns', ({ dilations }) => ({
    dilations: swap(dilations),
  })),
  convolutionMutant('dilation ignored', () => ({ dilations: [1, 1] })),
  convolutionMutant('dilation ignored when the stride is 2', ({ strides, dilations }) => ({
    dilations: strides[0] === 2 ? [1, 1] : dilations,
  })),
  convolutionMutant('SAME pads the odd pixel at the start', (d) =>
    d.written === 'same' ? { before: otherSide(d) } : {},
  ),
  convolutionMutant('sameLower treated as same', (d) =>
    d.written === 'sameLower' ? { before: otherSide(d) } : {},
  ),
  convolutionMutant('SAME padding worked out as for stride 1', (d) =>
    d.written === 'same' && d.strides[0] > 1
      ? { before: [Math.max(d.before[0], 1), Math.max(d.before[1], 1)] }
      : {},
  ),
  convolutionMutant('explicit padding reads bottom for top', (d) => {
    const explicit = explicitPadding(d);
    return explicit === undefined ? {} : { before: [explicit.bottom, d.before[1]] };
  }),
  convolutionMutant('explicit padding reads right for left', (d) => {
    const explicit = explicitPadding(d);
    return explicit === undefined ? {} : { before: [d.before[0], explicit.right] };
  }),
  convolutionMutant('one column past the end is read', () => ({
    inside: (row, height, column, width) =>
      row >= 0 && row < height && column >= 0 && column <= width,
  })),
  convolutionMutant('one row past the end is read', () => ({
    inside: (row, height, column, width) =>
      row >= 0 && row <= height && column >= 0 && column < width,
  })),
  convolutionMutant('the last column is never read', () => ({
    inside: (row, height, column, width) =>
      row >= 0 && row < height && column >= 0 && column < width - 1,
  })),
  convolutionMutant('padding repeats the first column', (d) => ({
    inside: (row, height, column, width) =>
      row >= 0 && row < height && column >= (d.before[1] > 0 ? -1 : 0) && column < width,
  })),
  convolutionMutant('every image of a batch is the first', () => ({ image: () => 0 })),
];

/** The leading padding with the odd pixel on the other side. */
function otherSide({ around, before }: Direct): readonly [number, number] {
  return [around[0] - before[0], around[1] - before[1]];
}
