import type { Window } from '@separable/core';
import type { NodeExport } from './node-export.js';
import type { OnnxAttributes } from './nodes.js';
import { areNumbers, padsOf, sidePadding, windowed } from './window.js';

/** A channels-first map and the attributes with which a pool slides over it. */
export function pooled(
  node: NodeExport<'maxPool2d'> | NodeExport<'averagePool2d'>,
  outside: number,
  windows: readonly Window[],
): { readonly x: string; readonly attributes: OnnxAttributes } {
  const sizes = node.shape('x').slice(1, 3);
  const ceil_mode = node.attributes.ceilMode ? 1 : undefined;
  const pads = padsOf(windows.map((window, axis) => sidePadding(sizes[axis]!, window)));
  const x = node.channelsFirst('x');
  // ONNX Runtime refuses padding that is as wide as the kernel.
  const isWide = areNumbers(pads) && pads.some((side, i) => side >= windows[i % 2]!.kernel);
  if (!isWide) {
    const found = windowed(node as NodeExport, x, sizes, windows);
    return { x: found.x, attributes: { ...found.attributes, ceil_mode } };
  }
  const all = [0, 0, ...pads.slice(0, 2), 0, 0, ...pads.slice(2)];
  return {
    x: node.add('Pad', [x, node.sizes(all), node.float(outside)]),
    attributes: {
      kernel_shape: windows.map(({ kernel }) => kernel),
      strides: windows.map(({ stride }) => stride),
      dilations: windows.map(({ dilation }) => dilation),
      ceil_mode,
    },
  };
}
