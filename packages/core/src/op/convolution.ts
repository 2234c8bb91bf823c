import { ShapeMismatchError } from '../errors/errors.js';
import type { OpMethods, Value } from '../graph/builder-types.js';
import type { Dim } from '../shape/dimension.js';
import { shapeText } from '../shape/shape.js';
import { type Activation, activationAttributes } from './activation.js';
import type { ValueType } from './definition.js';
import { type Padding, windowOutputs, windows } from './window.js';

/**
 * Rows and columns of a filter that starts with them.
 *
 * @throws ShapeMismatchError unless they are numbers of at least 1
 */
export function kernelOf({ shape }: ValueType): readonly [number, number] {
  const [kh, kw] = shape;
  if (typeof kh !== 'number' || typeof kw !== 'number' || kh < 1 || kw < 1) {
    throw new ShapeMismatchError(
      `a kernel needs numeric extents of at least 1, got ${shapeText([kh!, kw!])}`,
    );
  }
  return [kh, kw];
}

/** Rows and columns a convolution puts out for an NHWC `x`. */
export function inferWindow(
  x: ValueType,
  filter: ValueType,
  attributes: {
    readonly strides: readonly [number, number];
    readonly dilations?: readonly [number, number];
    readonly padding: Padding;
  },
): readonly [Dim, Dim] {
  const [rows, columns] = windows(kernelOf(filter), attributes);
  return [windowOutputs(x.shape[1]!, rows), windowOutputs(x.shape[2]!, columns)];
}

/** @throws ShapeMismatchError unless the bias is absent or has one number a channel */
export function checkBias(bias: ValueType | undefined, channels: Dim): void {
  if (bias !== undefined && bias.shape[0] !== channels) {
    throw new ShapeMismatchError(`bias needs [${channels}] numbers, got ${shapeText(bias.shape)}`);
  }
}

/** Operations of bias and activation on `size` outputs. */
export function biasOperations(size: number, bias: unknown, f: Activation | null): number {
  return size * (Number(bias !== undefined) + Number(f !== null));
}

/** `f(value)` as a node of its own, for decompositions. */
export function applyActivation(g: OpMethods, value: Value, f: Activation | null): Value {
  return f === null ? value : g.apply(f.op, { x: value }, activationAttributes(f))[0]!;
}
