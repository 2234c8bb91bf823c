import { depthwiseRow } from '../convolution/depthwise-row.js';
import { depthwiseLength, packDepthwise } from '../convolution/depthwise-weights.js';
import { planWindow } from '../convolution/window-plan.js';
import { activationLoop, refuseActivation } from '../elementwise/activate.js';
import type { Kernel } from '../kernel.js';

/** Row by row; inside the image four output pixels at a time. */
export const depthwiseConv2d: Kernel<'depthwiseConv2d'> = {
  refuse: ({ attributes }) => refuseActivation(attributes.activation),

  prepare({ attributes, operands: types, constants: { filter, bias } }) {
    const activate = activationLoop(attributes.activation);
    const constant = filter !== undefined && (bias !== undefined) === (types.bias !== undefined);
    let ready: Float32Array | undefined;
    if (constant) {
      ready = new Float32Array(depthwiseLength(filter.shape));
      packDepthwise(filter.data, bias?.data, filter.shape[2]! * filter.shape[3]!, ready);
    }
    return {
      label: 'depthwise, 4 pixels a tile',
      packed: !constant ? [] : bias === undefined ? ['filter'] : ['filter', 'bias'],
      bytes: ready?.byteLength ?? 0,

      plan({ operands, results }) {
        const shape = operands.filter.shape as [number, number, number, number];
        const [kernelHeight, kernelWidth, channels, multiplier] = shape;
        const outputs = channels * multiplier;
        const plan = planWindow(
          operands.x.shape,
          results[0]!.shape,
          [kernelHeight, kernelWidth],
          attributes,
        );
        const pixels = plan.height * plan.width * channels;
        const rowLength = plan.outWidth * outputs;
        const rows = operands.x.shape[0]! * plan.outHeight;
        return {
          scratch: [{ dtype: 'float32', length: ready === undefined ? depthwiseLength(shape) : 0 }],
          bind({ operands: arrays, results: [result], scratch }) {
            const x = arrays.x as Float32Array;
            const y = result as Float32Array;
            const weights = ready ?? (scratch[0] as Float32Array);
            return () => {
              if (ready === undefined) packDepthwise(arrays.filter, arrays.bias, outputs, weights);
              for (let row = 0; row < rows; row++) {
                const image = Math.floor(row / plan.outHeight);
                const o = row * rowLength;
                depthwiseRow(
                  plan,
                  multiplier,
                  x,
                  image * pixels,
                  row - image * plan.outHeight,
                  weights,
                  y,
                  row * plan.outWidth,
                  false,
                );
                activate?.(y, y, o, o + rowLength);
              }
            };
          },
        };
      },
    };
  },
};
