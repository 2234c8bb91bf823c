import type { Tensor } from '@separable/core';
import { operand } from '../kernel.js';
import { attributeMutant, kernelMutant, mapped, type Mutant } from '../mutant.js';

/** Movements that put elements elsewhere. */
export const movement: readonly Mutant[] = [
  attributeMutant('reflected padding repeats the edge', ['pad'], ({ mode }) => ({
    mode: mode === 'reflect' ? 'edge' : mode!,
  })),
  attributeMutant('the value of constant padding ignored', ['pad'], () => ({ value: 0 })),
  attributeMutant('the inverse permutation', ['transpose'], ({ permutation }) => {
    const list = permutation as readonly number[];
    return { permutation: list.map((_, axis) => list.indexOf(axis)) };
  }),
  kernelMutant('negative indices read the first row', ['gather'], (call, kernel) => {
    const indices = mapped(operand(call, 'indices'), (v) => (v < 0 ? 0 : v));
    return kernel({ ...call, operands: { ...call.operands, indices } });
  }),
  kernelMutant('indices out of range are clamped', ['gather'], (call, kernel) => {
    const axis = call.attributes['axis'] as number;
    const extent = operand(call, 'x').shape.at(axis)!;
    const indices = mapped(operand(call, 'indices'), (v) =>
      Math.max(-extent, Math.min(extent - 1, v)),
    );
    return kernel({ ...call, operands: { ...call.operands, indices } });
  }),
  attributeMutant('half-pixel centres taken as asymmetric', ['resize2d'], ({ coordinates }) => ({
    coordinates: coordinates === 'halfPixel' ? 'asymmetric' : coordinates!,
  })),
  attributeMutant('alignCorners taken as half-pixel', ['resize2d'], ({ coordinates }) => ({
    coordinates: coordinates === 'alignCorners' ? 'halfPixel' : coordinates!,
  })),
  attributeMutant('cubic coefficient −0.5 whatever the attribute says', ['resize2d'], () => ({
    cubicCoefficient: -0.5,
  })),
  attributeMutant('nearest always rounds down', ['resize2d'], () => ({ nearestRounding: 'floor' })),
  attributeMutant(
    'depth and column orders exchanged',
    ['depthToSpace', 'spaceToDepth'],
    ({ order }) => ({
      order: order === 'dcr' ? 'crd' : 'dcr',
    }),
  ),
  attributeMutant('channel shuffle by the quotient of the groups', ['channelShuffle'], () => ({
    groups: 1,
  })),
  kernelMutant('concat in reverse order', ['concat'], (call, kernel) => {
    const inputs = call.operands['inputs'] as readonly Tensor[];
    const right = kernel(call);
    const wrong = kernel({ ...call, operands: { inputs: inputs.toReversed() } });
    return wrong[0]!.shape.join() === right[0]!.shape.join() ? wrong : right;
  }),
  kernelMutant('negative steps of slice read forward', ['slice'], (call, kernel) => {
    const steps = call.attributes['steps'] as readonly number[];
    if (steps.every((step) => step > 0)) return kernel(call);
    return kernel(call).map((t) => mapped(t, (_, i) => t.data[t.data.length - 1 - i]!));
  }),
  kernelMutant('tile repeats elements instead of the whole', ['tile'], (call, kernel) => {
    const x = operand(call, 'x');
    const times = x.data.length === 0 ? 1 : kernel(call)[0]!.data.length / x.data.length;
    return kernel(call).map((t) => mapped(t, (_, i) => x.data[Math.floor(i / times)]!));
  }),
  attributeMutant('oneHot counts along the last axis', ['oneHot'], () => ({ axis: -1 })),
  kernelMutant('broadcast reads only the first column', ['expand'], (call, kernel) => {
    const x = operand(call, 'x');
    return kernel({
      ...call,
      operands: { x: mapped(x, (_, i) => x.data[i - (i % (x.shape.at(-1) ?? 1))]!) },
    });
  }),
];
