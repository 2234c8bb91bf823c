import { sizeOf } from '../data/tensor.js';
import * as dim from '../shape/dimension.js';
import type { AttributeSpec, Pair } from './attribute.js';
import { boolean, pair } from './attribute.js';
import { floatOnly, one, type OpDefinition, type ValueType } from './definition.js';
import { type Padding, padding, windowOutputs, windows } from './window.js';

/** Attributes of every pooling window. */
export interface PoolAttributes {
  /** Rows and columns of the window. */
  readonly kernel: Pair;
  /** Rows and columns from one window to the next; 1. */
  readonly strides: Pair;
  /** Rows and columns from one tap to the next; 1. */
  readonly dilations: Pair;
  /** `valid` unless given. */
  readonly padding: Padding;
  /**
   * Rounds the number of windows up instead of down, so that a last window may hang over the end of
   * the padded input. A window that would start in the trailing padding is left out, as in ONNX and
   * PyTorch. The SAME kinds round up anyway. False.
   */
  readonly ceilMode: boolean;
}

/** A window that slides over the rows and columns of an NHWC `x`, each channel by itself. */
export type PoolOp<A extends PoolAttributes> = OpDefinition<{ x: 'one' }, A, readonly ['y']>;

const specs: { readonly [K in keyof PoolAttributes]: AttributeSpec<PoolAttributes[K]> } = {
  kernel: pair(),
  strides: pair([1, 1]),
  dilations: pair([1, 1]),
  padding: padding(),
  ceilMode: boolean(false),
};

/** Defines a pooling op. */
export function pooling<A extends PoolAttributes>(
  name: string,
  more: { readonly [K in Exclude<keyof A, keyof PoolAttributes>]: AttributeSpec<A[K]> },
): PoolOp<A> {
  return {
    name,
    operands: { x: one(floatOnly, 4) },
    results: ['y'],
    attributes: { ...specs, ...more } as unknown as PoolOp<A>['attributes'],
    sets: ['pooling'],
    infer({ x }, attributes) {
      const [rows, columns] = windows(attributes.kernel, attributes);
      const h = windowOutputs(x.shape[1]!, rows, attributes.ceilMode);
      const w = windowOutputs(x.shape[2]!, columns, attributes.ceilMode);
      return [{ dtype: x.dtype, shape: [x.shape[0]!, h, w, x.shape[3]!] }];
    },
    work(_, [y], { kernel }) {
      return { macs: 0, operations: sizeOf(y!.shape as number[]) * kernel[0] * kernel[1] };
    },
  };
}

/** Attributes of a pool over all rows and columns. */
export interface GlobalPoolAttributes {
  /** Whether `y` is `[N, 1, 1, C]` rather than `[N, C]`; true. */
  readonly keepDims: boolean;
}

export type GlobalPoolOp = OpDefinition<{ x: 'one' }, GlobalPoolAttributes, readonly ['y']>;

/** Defines a pool over all rows and columns; it is the reduction over axes 1 and 2. */
export function globalPooling(
  name: string,
  decompose: NonNullable<GlobalPoolOp['decompose']>,
): GlobalPoolOp {
  return {
    name,
    operands: { x: one(floatOnly, 4) },
    results: ['y'],
    attributes: { keepDims: boolean(true) },
    sets: ['pooling'],
    infer: ({ x }, { keepDims }) => [
      { dtype: x.dtype, shape: [x.shape[0]!, ...(keepDims ? [1, 1] : []), x.shape[3]!] },
    ],
    work: ({ x }: { x: ValueType }) => ({ macs: 0, operations: dim.product(x.shape) as number }),
    decompose,
  };
}
