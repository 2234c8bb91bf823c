import type { Tensor, ValueType } from '@separable/core';
import {
  depthwiseCycles,
  depthwisePixels,
  emitDepthwiseRow,
} from '../convolution/depthwise-row.js';
import { depthwiseLength, packDepthwise } from '../convolution/depthwise-weights.js';
import { emitStrip, rowUnits } from '../convolution/row-units.js';
import { windowGeometry } from '../convolution/window-geometry.js';
import { refuseActivation, activationOf } from '../elementwise/vector-function.js';
import { conv2d } from './conv2d.js';
import { i32 } from '../encoder/index.js';
import type { Kernel, Plan } from '../kernel.js';

/**
 * Tiles of neighbouring pixels of a row, four channels at a time. With several filters a channel, or with
 * filters that the graph computes, it is a convolution in groups of one channel.
 */
export const depthwiseConv2d: Kernel<'depthwiseConv2d'> = {
  refuse: ({ attributes }) => refuseActivation(attributes.activation),

  pack(site) {
    const { filter, bias } = site.constants;
    if (filter === undefined || (site.operands.bias !== undefined && bias === undefined)) {
      return undefined;
    }
    if (!isTiled(filter)) return conv2d.pack!(grouped(site));
    const [kernelHeight, kernelWidth, channels] = filter.shape as [number, number, number];
    const taps = kernelHeight * kernelWidth;
    const data = new Float32Array(depthwiseLength(taps, channels));
    packDepthwise(filter.data, bias?.data, taps, channels, data);
    return { takes: bias === undefined ? ['filter'] : ['filter', 'bias'], data };
  },

  plan(site) {
    const { attributes, operands, results, instructions } = site;
    if (!site.isPacked || !isTiled(operands.filter)) {
      return conv2d.plan(grouped(site)) as unknown as Plan<'depthwiseConv2d'>;
    }
    const [kernelHeight, kernelWidth, channels] = operands.filter.shape as [number, number, number];
    const kernel = [kernelHeight, kernelWidth] as const;
    const geometry = windowGeometry(operands.x.shape, results[0]!.shape, kernel, attributes);
    const { rows, columns } = geometry;
    const pixels = depthwisePixels(geometry, instructions);
    const plan = { geometry, activation: attributes.activation, instructions, pixels };
    const images = channels === 0 ? 0 : operands.x.shape[0]!;
    const units = rowUnits(
      images,
      rows.outputs,
      site.threads,
      (strip) => strip * depthwiseCycles(geometry),
    );
    const imageBytes = rows.size * columns.size * channels * 4;
    const resultBytes = columns.outputs * channels * 4;
    return {
      label: `depthwise, ${pixels} pixels a tile`,
      math: activationOf(attributes.activation)?.math ?? {},
      stages: [
        {
          units: units.images * units.strips,
          emit({ module, f, unit, operands: { x }, results: [y], packed }) {
            const strip = emitStrip(f, units, unit);
            const image = f.local('i32', i32.add(i32.mul(strip.image, imageBytes), x));
            const row = f.local('i32', i32.mul(strip.image, rows.outputs));
            const base = f.local('i32', i32.add(i32.mul(row, resultBytes), y!));
            f.for({ from: strip.first, to: strip.end }, (output) => {
              const result = i32.add(base, i32.mul(output, resultBytes));
              emitDepthwiseRow(module, f, plan, output, { image, weights: packed, result });
            });
          },
        },
      ],
    };
  },
};

/** Whether tiles take a filter: one a channel, and no more rows than the mask of rows has bits. */
function isTiled({ shape }: Pick<ValueType, 'shape'>): boolean {
  return shape[3] === 1 && (shape[0] as number) <= 30;
}

/**
 * The site as that of a convolution in as many groups as channels: a filter `[kh, kw, C, M]` lies in
 * memory as one of `[kh, kw, 1, C·M]` does.
 */
function grouped<S extends GroupedSite>(
  site: S,
): S & { readonly attributes: { readonly groups: number } } {
  const { filter } = site.operands;
  const [kernelHeight, kernelWidth, channels, multiplier] = filter.shape as number[];
  const shape = [kernelHeight!, kernelWidth!, 1, channels! * multiplier!];
  const constants = site.constants && {
    ...site.constants,
    filter: { ...site.constants['filter']!, shape },
  };
  return {
    ...site,
    attributes: { ...site.attributes, groups: channels! },
    operands: { ...site.operands, filter: { ...filter, shape } },
    ...(constants === undefined ? {} : { constants }),
  };
}

interface GroupedSite {
  readonly attributes: object;
  readonly operands: { readonly filter: ValueType };
  readonly constants?: Readonly<Record<string, Tensor | undefined>>;
}
