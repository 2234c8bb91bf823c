import { dim, type Pair } from '@separable/core';
import { pairOf } from '../forms/window.js';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';
import type { Lowerings } from './lowering.js';

/** Cropping at both ends of an axis and rows added after the last. */
interface AxisForm {
  readonly before: number;
  readonly after: number;
  readonly extra: number;
}

/**
 * `ConvTranspose` over one or two axes. `auto_pad` and `output_shape` become explicit cropping:
 * `crop = stride·(in − 1) + output_padding + span − out`, the odd pixel at the end for SAME_UPPER
 * and at the start otherwise.
 *
 * Source: ONNX ConvTranspose-11.
 */
export const convTranspose: Lowerings = {
  ConvTranspose(node) {
    const { g, attributes } = node;
    const spatial = node.rank(0) - 2;
    if (spatial !== 1 && spatial !== 2) throw new Unsupported(`it slides over ${spatial} axes`);
    const [inputs, channels, ...kernel] = node.shape(1);
    if (kernel.length !== spatial || kernel.some((d) => typeof d !== 'number')) {
      throw errorAt(
        node.node.place,
        `a filter of rank ${node.rank(1)} does not fit rank ${node.rank(0)}`,
      );
    }
    const extents = pairOf(node, 'kernel_shape', kernel as readonly number[], spatial);
    attributes.ignore('kernel_shape');
    const strides = pairOf(node, 'strides', attributes.ints('strides'), spatial);
    const dilations = pairOf(node, 'dilations', attributes.ints('dilations'), spatial);
    const axes = axisForms(node, extents, strides, dilations, spatial);
    const [rows, columns] = spatial === 2 ? axes : [{ before: 0, after: 0, extra: 0 }, axes[0]];
    const filter = node.arranged(1, {
      reshape: [inputs as number, channels as number, ...extents],
      permutation: [2, 3, 0, 1],
    });
    const feature = node.channelsLast(0);
    const x =
      spatial === 2 ? feature : g.expandDims({ x: feature }, { axes: [1] }, node.name('rows'));
    const y = g.convTranspose2d(
      { x, filter, ...(node.has(2) ? { bias: node.value(2) } : {}) },
      {
        strides,
        dilations,
        groups: attributes.int('group', 1),
        padding: {
          top: rows!.before,
          bottom: rows!.after,
          left: columns!.before,
          right: columns!.after,
        },
        outputPadding: [rows!.extra, columns!.extra],
      },
      spatial === 2 ? node.name() : node.name('plane'),
    );
    if (spatial === 2) return node.fromChannelsLast(y);
    return node.fromChannelsLast(g.squeeze({ x: y }, { axes: [1] }, node.name()));
  },
};

function axisForms(
  node: NodeImport,
  kernel: Pair,
  strides: Pair,
  dilations: Pair,
  spatial: number,
): readonly AxisForm[] {
  const { attributes } = node;
  const automatic = attributes.string('auto_pad', 'NOTSET');
  const pads = attributes.ints('pads') ?? Array.from({ length: 2 * spatial }, () => 0);
  const extra = attributes.ints('output_padding') ?? Array.from({ length: spatial }, () => 0);
  const wanted = attributes.ints('output_shape')?.slice(-spatial);
  if (
    pads.length !== 2 * spatial ||
    extra.length !== spatial ||
    (wanted ?? extra).length !== spatial
  ) {
    throw errorAt(
      node.node.place,
      `pads, output_padding and output_shape must fit ${spatial} axes`,
    );
  }
  if ([...pads, ...extra].some((n) => n < 0)) throw new Unsupported('its padding is negative');
  return extra.map((more, i) => {
    const at = i + 2 - spatial;
    const span = dilations[at]! * (kernel[at]! - 1) + 1;
    const full = more + span - strides[at]!;
    if (wanted !== undefined) {
      const size = dim.multiply(node.shape(0)[i + 2]!, strides[at]!);
      const crop = dim.subtract(dim.add(size, full), wanted[i]!);
      if (typeof crop !== 'number')
        throw new Unsupported(`it fixes the output size of an input of size ${size}`);
      return cropped(crop, automatic, more);
    }
    if (automatic === 'VALID') return { before: 0, after: 0, extra: more };
    if (automatic === 'NOTSET') return { before: pads[i]!, after: pads[spatial + i]!, extra: more };
    return cropped(full, automatic, more);
  });
}

/** A crop shared out to both ends; a negative one asks for rows beyond the full output. */
function cropped(crop: number, automatic: string, extra: number): AxisForm {
  if (crop < 0) return { before: 0, after: 0, extra: extra - crop };
  const less = Math.floor(crop / 2);
  return automatic === 'SAME_UPPER'
    ? { before: less, after: crop - less, extra }
    : { before: crop - less, after: less, extra };
}
