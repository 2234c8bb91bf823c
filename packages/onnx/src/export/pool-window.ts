import { dim, type Dim, span, type Window, windows } from '@separable/core';
import type { NodeExport } from './node-export.js';
import { areNumbers, type SidePadding, sidePadding } from './window.js';

/** A pool's window: the padding it was given, and the padding its last window reaches into. */
export interface PoolWindow {
  readonly windows: readonly Window[];
  readonly sizes: readonly Dim[];
  /** As given; in ceil mode a last window may reach past it. */
  readonly sides: readonly SidePadding[];
  /** With which as many windows fit as there are outputs. */
  readonly covered: readonly SidePadding[];
}

export function poolWindow(
  node: NodeExport<'maxPool2d'> | NodeExport<'averagePool2d'>,
): PoolWindow {
  const axes = windows(node.attributes.kernel, node.attributes);
  const sizes = node.shape('x').slice(1, 3);
  const outputs = node.types[0]!.shape.slice(1, 3);
  const sides = axes.map((window, i) => sidePadding(sizes[i]!, window));
  const covered = axes.map((window, i) => {
    // The SAME kinds round up anyway.
    const isSame = window.padding === 'same' || window.padding === 'sameLower';
    if (!node.attributes.ceilMode || isSame) return sides[i]!;
    const { before } = sides[i]!;
    const steps = dim.multiply(dim.subtract(outputs[i]!, 1), window.stride);
    const end = dim.subtract(dim.add(steps, span(window)), before);
    return { before, after: dim.max(0, dim.subtract(end, sizes[i]!)) };
  });
  return { windows: axes, sizes, sides, covered };
}

/** Whether ONNX Runtime takes the padding as an attribute: it must be known and less than the kernel. */
export function fitsKernel(
  pads: readonly Dim[],
  axes: readonly Window[],
): pads is readonly number[] {
  return areNumbers(pads) && pads.every((side, i) => side < axes[i % axes.length]!.kernel);
}
