import { tapsInside, type WindowPlan } from './window-plan.js';

/**
 * Convolution of one image by its definition, tap by tap.
 *
 * Padding contributes nothing here, whatever the weights are. The fast path multiplies padding by
 * weights as zeros, which is the same for finite weights only: 0 · NaN and 0 · ∞ are NaN.
 *
 * @param filter `[kh, kw, Cin / groups, Cout]`
 */
export function convolveDirectly(
  plan: WindowPlan,
  groups: number,
  x: Float32Array,
  xOffset: number,
  filter: Float32Array,
  bias: Float32Array | undefined,
  outputs: number,
  y: Float32Array,
  yOffset: number,
): void {
  const { width, channels, kernelWidth, outHeight, outWidth } = plan;
  const depth = channels / groups;
  const perGroup = outputs / groups;
  let o = yOffset;
  for (let i = 0; i < outHeight; i++) {
    const top = i * plan.strideHeight - plan.top;
    const [u0, u1] = tapsInside(top, plan.dilationHeight, plan.kernelHeight, plan.height);
    for (let j = 0; j < outWidth; j++) {
      const left = j * plan.strideWidth - plan.left;
      const [v0, v1] = tapsInside(left, plan.dilationWidth, kernelWidth, width);
      for (let output = 0; output < outputs; output++, o++) {
        const channel = Math.floor(output / perGroup) * depth;
        let sum = bias === undefined ? 0 : bias[output]!;
        for (let u = u0; u < u1; u++) {
          for (let v = v0; v < v1; v++) {
            const pixel = (top + u * plan.dilationHeight) * width + left + v * plan.dilationWidth;
            const source = xOffset + pixel * channels + channel;
            const taps = (u * kernelWidth + v) * depth;
            for (let c = 0; c < depth; c++) {
              sum += x[source + c]! * filter[(taps + c) * outputs + output]!;
            }
          }
        }
        y[o] = sum;
      }
    }
  }
}
