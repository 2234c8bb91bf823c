import { depthwiseLength, packDepthwise } from '../convolution/depthwise-weights.js';
import { isTiled, planDepthwise } from '../convolution/depthwise-stage.js';
import { inStrips, inTwoStages, type SeparablePlan } from '../convolution/separable-stages.js';
import { activationKey, activationOf, refuseActivation } from '../elementwise/vector-function.js';
import type { Kernel } from '../kernel.js';
import { panelsLength } from '../tiles/panels.js';
import { packMatrices } from '../tiles/weight-matrices.js';

/**
 * Depthwise and pointwise convolution. Where the map is large and the weights are small, strip by strip:
 * the depthwise result of a strip stays in cache until it has been multiplied. Elsewhere one after the
 * other, for reading large weights once a strip costs more than the intermediate result.
 */
export const separableConv2d: Kernel<'separableConv2d'> = {
  addsResidual: true,

  refuse({ attributes, constants, operands }) {
    const { depthwiseFilter: filter, pointwiseFilter } = constants;
    const isConstant = (['depthwiseBias', 'bias'] as const).every(
      (name) => operands[name] === undefined || constants[name] !== undefined,
    );
    if (filter === undefined || pointwiseFilter === undefined || !isConstant) {
      return 'backend wasm needs constant weights';
    }
    if (!isTiled(filter))
      return 'backend wasm needs kernels of one filter a channel and 30 rows at most';
    return refuseActivation(attributes.depthwiseActivation, attributes.activation);
  },

  pack({ constants, operands }) {
    const { depthwiseFilter, pointwiseFilter, depthwiseBias, bias } = constants;
    const [kernelHeight, kernelWidth] = depthwiseFilter!.shape as [number, number];
    const [depth, columns] = pointwiseFilter!.shape as [number, number];
    const taps = kernelHeight * kernelWidth;
    const ahead = depthwiseLength(taps, depth);
    const data = new Float32Array(ahead + panelsLength(depth, columns));
    packDepthwise(depthwiseFilter!.data, depthwiseBias?.data, taps, depth, data);
    const blocks = [{ offset: 0, rows: depth, step: columns }];
    const matrix = { groups: 1, groupStep: 0, blocks, columns };
    packMatrices(matrix, pointwiseFilter!.data, bias?.data, data, ahead);
    const names = ['depthwiseFilter', 'pointwiseFilter', 'depthwiseBias', 'bias'] as const;
    return { takes: names.filter((name) => operands[name] !== undefined), data };
  },

  plan({ attributes, operands, results, hasResidual, instructions, threads }) {
    const [kernelHeight, kernelWidth] = operands.depthwiseFilter.shape as [number, number];
    const [depth, outputs] = operands.pointwiseFilter.shape as [number, number];
    const depthwise = planDepthwise(
      operands.x.shape,
      results[0]!.shape,
      operands.depthwiseFilter.shape,
      attributes,
      { activation: attributes.depthwiseActivation, instructions },
    );
    const activation = activationOf(attributes.activation);
    const plan: SeparablePlan = {
      depthwise,
      product: {
        depth,
        columns: outputs,
        sourceStep: depth * 4,
        resultStep: outputs * 4,
        residual: hasResidual,
        activation,
        activationKey: activationKey(attributes.activation),
        instructions,
      },
      threads,
      panelsAt: depthwiseLength(kernelHeight * kernelWidth, depth) * 4,
    };
    const [strips, parts] = [inStrips(plan), inTwoStages(plan)];
    return {
      ...(strips.cycles <= parts.cycles ? strips.plan : parts.plan),
      inPlace: ['residual'],
      math: { ...activationOf(attributes.depthwiseActivation)?.math, ...activation?.math },
    };
  },
};
