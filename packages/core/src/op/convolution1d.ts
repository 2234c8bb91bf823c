import type { OpMethods, Value } from '../graph/builder-types.js';
import { type Activation, activation } from './activation.js';
import { type AttributeSpec, integer, type Pair } from './attribute.js';
import type { ValueType } from './definition.js';
import { type Padding1d, padding1d } from './padding1d.js';
import type { Padding } from './window.js';

/** Attributes of a convolution along one axis. */
export interface Convolution1dAttributes {
  /** Pixels from one output to the next; 1. */
  readonly stride: number;
  /** Pixels from one tap to the next; 1. */
  readonly dilation: number;
  /** `valid` unless given. */
  readonly padding: Padding1d;
  /** Applied after the bias; none. */
  readonly activation: Activation | null;
}

export const attributes1d: {
  readonly [K in keyof Convolution1dAttributes]: AttributeSpec<Convolution1dAttributes[K]>;
} = {
  stride: integer(1, { min: 1 }),
  dilation: integer(1, { min: 1 }),
  padding: padding1d(),
  activation: activation(),
};

/** The attributes of the same convolution over a map of one row. */
export function attributesOfRow({
  stride,
  dilation,
  padding,
  activation: f,
}: Convolution1dAttributes): {
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: Padding;
  readonly activation: Activation | null;
} {
  return {
    strides: [1, stride],
    dilations: [1, dilation],
    padding: typeof padding === 'string' ? padding : { top: 0, bottom: 0, ...padding },
    activation: f,
  };
}

interface Operands1d<V> {
  readonly x: V;
  readonly filter: V;
  readonly bias?: V | undefined;
}

/** The operands' types over a map of one row: `x` `[N, 1, W, C]`, `filter` `[1, k, …]`. */
export function typesOfRow({ x, filter, bias }: Operands1d<ValueType>): Operands1d<ValueType> {
  return {
    x: { dtype: x.dtype, shape: x.shape.toSpliced(1, 0, 1) },
    filter: { dtype: filter.dtype, shape: [1, ...filter.shape] },
    bias,
  };
}

/** The operands over a map of one row. */
export function valuesOfRow(
  g: OpMethods,
  { x, filter, bias }: Operands1d<Value>,
): Operands1d<Value> {
  return {
    x: g.expandDims({ x }, { axes: [1] }),
    filter: g.expandDims({ x: filter }, { axes: [0] }),
    bias,
  };
}

/** The result without its one row. */
export function withoutRow({ dtype, shape }: ValueType): ValueType {
  return { dtype, shape: shape.toSpliced(1, 1) };
}
