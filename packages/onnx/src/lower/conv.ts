import type { Dim, Padding, Value } from '@separable/core';
import { type WindowForm, windowOf } from '../forms/window.js';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';
import type { Lowered, Lowerings } from './lowering.js';

/**
 * `Conv` over one or two axes: a depthwise convolution where every channel is a group of its own, a
 * pointwise one where the kernel is 1×1, otherwise a general one. Filters `[Cout, Cin/groups, …]`
 * are laid out anew.
 */
export const conv: Lowerings = {
  Conv(node) {
    const filter = filterExtents(node);
    const [outputs, channels, ...kernel] = filter;
    const groups = node.attributes.int('group', 1);
    const form = windowOf(node, kernel);
    const inputs = node.shape(0)[1];
    if (groups < 1 || outputs! % groups !== 0 || channels! * groups !== inputs) {
      const text = `a filter of shape [${filter.join(', ')}] in ${groups} groups does not fit ${inputs} channels`;
      throw errorAt(node.node.place, text);
    }
    const depthwise = groups > 1 && channels === 1;
    if (kernel.length === 1) return conv1d(node, form, groups, depthwise);
    if (depthwise) return depthwise2d(node, form, groups, filter);
    if (groups === 1 && isPointwise(form)) return pointwise(node);
    const { kernel: _, ...attributes } = form;
    const value = node.g.conv2d(
      {
        x: node.channelsLast(0),
        filter: node.arranged(1, { permutation: [2, 3, 1, 0] }),
        ...biasOf(node),
      },
      { ...attributes, groups },
      node.name(),
    );
    return node.fromChannelsLast(value);
  },
};

/** The filter's shape; the layout of a convolution hangs on it, so it has to be numbers. */
function filterExtents(node: NodeImport): readonly number[] {
  const shape = node.shape(1);
  if (shape.length !== node.rank(0)) {
    const text = `a filter of rank ${shape.length} does not fit an input of rank ${node.rank(0)}`;
    throw errorAt(node.node.place, text);
  }
  return shape.map((d: Dim) => {
    if (typeof d === 'number') return d;
    throw new Unsupported(`its filter has the open size ${d}`);
  });
}

function biasOf(node: NodeImport): { readonly bias?: Value } {
  return node.has(2) ? { bias: node.value(2) } : {};
}

function isPointwise({ kernel, strides, padding }: WindowForm): boolean {
  return [...kernel, ...strides].every((n) => n === 1) && unpadded(padding);
}

function unpadded(padding: Padding): boolean {
  return typeof padding === 'string' || Object.values(padding).every((pixels) => pixels === 0);
}

function pointwise(node: NodeImport): Lowered {
  const [outputs, channels] = filterExtents(node);
  const filter = node.arranged(1, { reshape: [outputs!, channels!], permutation: [1, 0] });
  const x = node.channelsLast(0);
  return node.fromChannelsLast(
    node.g.pointwiseConv2d({ x, filter, ...biasOf(node) }, {}, node.name()),
  );
}

function depthwise2d(
  node: NodeImport,
  form: WindowForm,
  channels: number,
  extents: readonly number[],
): Lowered {
  const [outputs, , rows, columns] = extents;
  const filter = node.arranged(1, {
    reshape: [channels, outputs! / channels, rows!, columns!],
    permutation: [2, 3, 0, 1],
  });
  const { kernel: _, ...attributes } = form;
  const operands = { x: node.channelsLast(0), filter, ...biasOf(node) };
  return node.fromChannelsLast(node.g.depthwiseConv2d(operands, attributes, node.name()));
}

function conv1d(node: NodeImport, form: WindowForm, groups: number, depthwise: boolean): Lowered {
  const { strides, dilations, padding } = form;
  const attributes = { stride: strides[1], dilation: dilations[1], padding: columnsOf(padding) };
  const x = node.channelsLast(0);
  if (depthwise) {
    const [outputs, , taps] = filterExtents(node);
    const reshape = [groups, outputs! / groups, taps!];
    const filter = node.arranged(1, { reshape, permutation: [2, 0, 1] });
    return node.fromChannelsLast(
      node.g.depthwiseConv1d({ x, filter, ...biasOf(node) }, attributes, node.name()),
    );
  }
  const filter = node.arranged(1, { permutation: [2, 1, 0] });
  const value = node.g.conv1d(
    { x, filter, ...biasOf(node) },
    { ...attributes, groups },
    node.name(),
  );
  return node.fromChannelsLast(value);
}

function columnsOf(
  padding: Padding,
): 'valid' | 'same' | 'sameLower' | { left: number; right: number } {
  return typeof padding === 'string' ? padding : { left: padding.left, right: padding.right };
}
