import type { Pair, Padding } from '@separable/core';
import { coveringSet } from './covering-set.js';
import { type Random, seeded, seedOf } from './random.js';

/** The settings every kind of convolution is tried with; see {@link convolutionGrid}. */
export const convolutionSettings = {
  kernel: ['1', '2', '3', '4', '5', '7', '1x5', '5x1'],
  stride: ['1', '2', '3', 'unequal'],
  dilation: ['1', '2', '3', 'unequal'],
  padding: ['same', 'sameLower', 'valid', 'explicit'],
  groups: [1, 2, 3],
  bias: [false, true],
  activation: [null, 'relu', 'relu6', 'leakyRelu', 'hardSwish', 'sigmoid'],
  channels: [1, 2, 3, 4, 5],
  batch: [1, 2],
} as const;

/** One convolution of the grid with everything a case needs. */
export interface ConvolutionSettings {
  readonly name: string;
  readonly kernel: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: Padding;
  /** Groups of a conv2d or convTranspose2d, multiplier of a depthwise convolution. */
  readonly groups: number;
  readonly bias: boolean;
  readonly activation: string | null;
  /** Channels of one group. */
  readonly channels: number;
  readonly batch: number;
  readonly size: Pair;
}

type Written = Omit<
  ConvolutionSettings,
  'name' | 'kernel' | 'strides' | 'dilations' | 'padding' | 'size'
> & {
  readonly kernel: string;
  readonly stride: string;
  readonly dilation: string;
  readonly padding: string;
};

/**
 * Convolutions in which every triple of {@link convolutionSettings} occurs. The size of the map
 * follows from the row: below the span of the kernel at times, where padding allows it, of even and
 * odd extents.
 */
export function convolutionGrid(op: string): readonly ConvolutionSettings[] {
  return coveringSet(convolutionSettings, 3).map((row) => settings(op, row));
}

/** Works out one written row. */
export function settings(op: string, row: Written, size?: Pair): ConvolutionSettings {
  const {
    kernel: k,
    stride,
    dilation,
    padding: p,
    groups,
    bias,
    activation,
    channels,
    batch,
  } = row;
  const name = [
    `k${k} s${stride} d${dilation} ${p} g${groups} c${channels} n${batch}`,
    ...(bias ? ['bias'] : []),
    ...(activation === null ? [] : [activation]),
    ...(size === undefined ? [] : [size.join('x')]),
  ].join(' ');
  const random = seeded(seedOf(`${op} ${name}`));
  const kernel = kernels[k] ?? both(Number(k));
  const strides = stride === 'unequal' ? random.pick(unequal) : both(Number(stride));
  const dilations = dilation === 'unequal' ? random.pick(unequal) : both(Number(dilation));
  const spans = kernel.map((taps, axis) => (taps - 1) * dilations[axis]! + 1) as [number, number];
  const padding = p === 'explicit' ? explicit(random, spans) : (p as Padding);
  const [rows, columns] = spans.map((span) => extent(random, span, p)) as [number, number];
  const fixed = { name, groups, bias, activation, channels, batch };
  return { ...fixed, kernel, strides, dilations, padding, size: size ?? [rows, columns] };
}

const kernels: Readonly<Record<string, Pair>> = { '1x5': [1, 5], '5x1': [5, 1] };

const unequal: readonly [Pair, ...Pair[]] = [
  [1, 2],
  [2, 1],
  [3, 2],
];

function both(n: number): Pair {
  return [n, n];
}

/** Every side another number of pixels, some more than the kernel could ever need. */
function explicit(random: Random, [height, width]: Pair): Padding {
  const side = (span: number): number => random.integer(0, Math.min(span, 5));
  const [top, left] = [side(height), side(width)];
  return { top, left, bottom: other(top, height), right: other(left, width) };
}

function other(first: number, span: number): number {
  return first === 0 ? Math.min(span, 3) : first - 1;
}

/** An extent about the span of the kernel, below it where the padding makes up for it. */
function extent(random: Random, span: number, padding: string): number {
  const under = padding === 'valid' ? 0 : padding === 'explicit' ? 1 : span;
  return Math.max(2, span - random.integer(0, under) + random.integer(0, 5));
}
