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
export function padsOf(sides: readonly SidePadding[]): readonly Dim[] {
  return [...sides.map(({ before }) => before), ...sides.map(({ after }) => after)];
}

export function areNumbers(dims: readonly Dim[]): dims is readonly number[] {
  return dims.every((d) => typeof d === 'number');
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
): { readonly x: string; readonly attributes: OnnxAttributes } {
  const pads = padsOf(windows.map((window, axis) => sidePadding(sizes[axis]!, window)));
  const attributes = {
    kernel_shape: windows.map(({ kernel }) => kernel),
    strides: windows.map(({ stride }) => stride),
    dilations: windows.map(({ dilation }) => dilation),
  };
  if (areNumbers(pads)) return { x, attributes: { ...attributes, pads } };
  if (windows.every(({ dilation }) => dilation === 1)) {
    const lower = windows.some(({ padding }) => padding === 'sameLower');
    return { x, attributes: { ...attributes, auto_pad: lower ? 'SAME_LOWER' : 'SAME_UPPER' } };
  }
  const half = windows.length;
  const all = [0, 0, ...pads.slice(0, half), 0, 0, ...pads.slice(half)];
  return { x: node.add('Pad', [x, node.sizes(all)]), attributes };
}
