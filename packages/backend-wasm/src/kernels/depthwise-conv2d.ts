import type { Tensor, ValueType } from '@separable/core';
import {
  depthwiseUnits,
  emitDepthwiseStrip,
  emitStripStart,
  isTiled,
  planDepthwise,
} from '../convolution/depthwise-stage.js';
import { depthwiseLength, packDepthwise } from '../convolution/depthwise-weights.js';
import type { Strip } from '../convolution/row-units.js';
import { refuseActivation, activationOf } from '../elementwise/vector-function.js';
import { conv2d } from './conv2d.js';
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
    const { attributes, operands, results, instructions, threads } = site;
    if (!site.isPacked || !isTiled(operands.filter)) {
      return conv2d.plan(grouped(site)) as unknown as Plan<'depthwiseConv2d'>;
    }
    const { activation } = attributes;
    const { shape } = results[0]!;
    const plan = planDepthwise(operands.x.shape, shape, operands.filter.shape, attributes, {
      activation,
      instructions,
    });
    const units = depthwiseUnits(plan, threads);
    return {
      label: `depthwise, ${plan.pixels} pixels a tile`,
      math: activationOf(activation)?.math ?? {},
      stages: [
        {
          units: units.images * units.strips,
          emit({ module, f, unit, operands: { x }, results: [y], packed }) {
            const resultOf = (strip: Strip) => emitStripStart(f, plan, strip, shape[3]! * 4, y!);
            emitDepthwiseStrip(module, f, unit, plan, units, { x, weights: packed, resultOf });
          },
        },
      ],
    };
  },
};

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
