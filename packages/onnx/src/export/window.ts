import { dim, type Dim, resolvePadding, span, type Window } from '@separable/core';
import type { NodeExport } from './node-export.js';
import type { OnnxAttributes } from './nodes.js';

/** Padding of one axis; expressions where it depends on an open size. */
export interface SidePadding {
  readonly before: Dim;
  readonly after: Dim;
}

/** The pixels a window puts around an axis of `size`. */
export function sidePadding(size: Dim, window: Window): SidePadding {
  const { padding, stride } = window;
  if (typeof padding === 'object') return padding;
  if (typeof size === 'number') return resolvePadding(size, window);
  // With a stride of 1 every size is padded alike; a kernel of one tap is not padded at all.
  if (padding === 'valid' || stride === 1 || span(window) === 1)
    return resolvePadding(stride, window);
  const reached = dim.multiply(dim.subtract(dim.ceilDiv(size, stride), 1), stride);
  const total = dim.max(0, dim.subtract(dim.add(reached, span(window)), size));
  const less = dim.floorDiv(total, 2);
  const more = dim.subtract(total, less);
  return padding === 'same' ? { before: less, after: more } : { before: more, after: less };
}

/** Padding as ONNX lists it: before each axis, then after each. */
export function padsOf<D extends Dim>(
  sides: readonly { readonly before: D; readonly after: D }[],
): readonly D[] {
  return [...sides.map(({ before }) => before), ...sides.map(({ after }) => after)];
}

export function areNumbers(dims: readonly Dim[]): dims is readonly number[] {
  return dims.every((d) => typeof d === 'number');
}

/** What a sliding window becomes: its operand, which may be padded by a node, and its attributes. */
export interface Windowed {
  readonly x: string;
  readonly attributes: OnnxAttributes;
}

/**
 * A channels-first operand and the attributes with which a window slides over its spatial axes.
 *
 * Padding is written out where it is known. Where it depends on an open size, `auto_pad` computes it;
 * for dilated windows, which ONNX Runtime refuses to pad so, a Pad node does.
 */
export function windowed(
  node: Pick<NodeExport, 'add' | 'sizes'>,
  x: string,
  sizes: readonly Dim[],
  windows: readonly Window[],
): Windowed {
  const sides = windows.map((window, axis) => sidePadding(sizes[axis]!, window));
  const attributes = slidingAttributes(windows);
  const pads = padsOf(sides);
  if (areNumbers(pads)) return { x, attributes: { ...attributes, pads } };
  const auto_pad = automaticPadding(windows);
  if (auto_pad !== undefined) return { x, attributes: { ...attributes, auto_pad } };
  return { x: padded(node, x, sides), attributes: unpaddedAttributes(windows) };
}

export function slidingAttributes(windows: readonly Window[]): OnnxAttributes {
  return {
    kernel_shape: windows.map(({ kernel }) => kernel),
    strides: windows.map(({ stride }) => stride),
    dilations: windows.map(({ dilation }) => dilation),
  };
}

/**
 * The `auto_pad` of windows with SAME padding; undefined where ONNX Runtime refuses it, as for dilated
 * windows, or pads by less than nothing, as it may where a kernel is smaller than its stride.
 */
export function automaticPadding(windows: readonly Window[]): string | undefined {
  const isSame = windows.every(({ padding }) => padding === 'same' || padding === 'sameLower');
  const isDense = windows.every((one) => one.dilation === 1 && one.kernel >= one.stride);
  if (!isSame || !isDense) return undefined;
  return windows.some(({ padding }) => padding === 'sameLower') ? 'SAME_LOWER' : 'SAME_UPPER';
}

/**
 * Attributes of a window over an operand that `padded` made. ONNX Runtime would take the padding into a
 * pool, also where that changes the result or makes it refuse the model; unless it says it has none.
 */
export function unpaddedAttributes(windows: readonly Window[]): OnnxAttributes {
  return { ...slidingAttributes(windows), auto_pad: 'VALID' };
}

/** A channels-first operand padded by a node of its own. */
export function padded(
  node: Pick<NodeExport, 'add' | 'sizes'>,
  x: string,
  sides: readonly SidePadding[],
  outside: readonly string[] = [],
): string {
  const before = sides.map((side) => side.before);
  const after = sides.map((side) => side.after);
  return node.add('Pad', [x, node.sizes([0, 0, ...before, 0, 0, ...after]), ...outside]);
}
