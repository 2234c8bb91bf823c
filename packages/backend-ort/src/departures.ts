/** Cases of `@separable/conformance` that an engine computes otherwise. */
export interface Departure {
  /** The id of a case, or the beginning of several. */
  readonly id: string;
  readonly reason: string;
}

const resize =
  'before the first pixel Resize adds the second with a weight of 0, and 0 · ∞ and 0 · NaN are NaN';
const special =
  'shaders may take it that there is no NaN and no Infinity, and may give anything outside of a domain (WGSL §15.7.2)';
const range =
  'a shader converts a number outside of the range of int32 to the nearest float inside it (WGSL §15.7.6)';
const angle = 'a shader need only know sine and cosine of −π to π (WGSL §15.7.4)';
const folded =
  'onnxruntime computes what depends on constants alone on the CPU, with an approximate Sigmoid: https://github.com/microsoft/onnxruntime/issues/22557';

function all(reason: string, ...ids: readonly string[]): readonly Departure[] {
  return ids.map((id) => ({ id, reason }));
}

/**
 * What onnxruntime-web 1.30 computes otherwise than the op table says, where no lowering of
 * reasonable cost brings it right: by provider, in the form in which `registerConformance` takes
 * expected failures.
 *
 * @example
 * ```ts
 * import { departures } from '@separable/backend-ort';
 * console.log(departures['ort:wasm']?.map(({ id }) => id)); // [ 'resize2d/bilinear, NaN', … ]
 * ```
 */
export const departures: Readonly<Record<string, readonly Departure[]>> = {
  'ort:wasm': all(resize, 'resize2d/bilinear, NaN', 'resize2d/bilinear, infinities'),
  'ort:webgpu': [
    ...all(resize, 'resize2d/bilinear, NaN', 'resize2d/bilinear, infinities'),
    ...all(
      range,
      'cast/float32 to int32, around its ends',
      'cast/float32 to int32, ends of the range',
    ),
    ...all(angle, 'cos/edge numbers', 'sin/edge numbers', 'tan/edge numbers'),
    ...all(folded, 'sigmoid/constant operand', 'swish/constant operand'),
    ...all(
      special,
      'acosh/NaN and infinities strewn in',
      'acosh/edge numbers',
      'acosh/near zero',
      'acosh/touchy numbers',
      'atanh/NaN and infinities strewn in',
      'atanh/edge numbers',
      'atanh/touchy numbers',
      'clip/NaN and infinities strewn in',
      'clip/bounds that float32 rounds',
      'clip/edge numbers',
      'clip/infinite bounds',
      'conv2d/NaN through fused relu',
      'cosh/NaN and infinities strewn in',
      'cosh/edge numbers',
      'depthwiseConv2d/NaN through a fused relu6',
      'elu/NaN and infinities strewn in',
      'elu/edge numbers',
      'exp/NaN and infinities strewn in',
      'exp/edge numbers',
      'globalMaxPool2d/NaN',
      'hardSigmoid/NaN and infinities strewn in',
      'hardSigmoid/edge numbers',
      'log/NaN and infinities strewn in',
      'log/edge numbers',
      'log/near zero',
      'log/touchy numbers',
      'logSoftmax/NaN',
      'logSoftmax/NaN, axis 0',
      'logSoftmax/nothing but −Infinity',
      'maxPool2d/NaN',
      'maxPool2d/nothing but −Infinity',
      'pointwiseConv2d/edge numbers',
      'reduceMax/NaN in a row',
      'reduceMin/NaN in a row',
      'relu/NaN and infinities strewn in',
      'relu/edge numbers',
      'relu6/NaN and infinities strewn in',
      'relu6/edge numbers',
      'separableConv2d/NaN between the parts',
      'sigmoid/NaN and infinities strewn in',
      'sigmoid/edge numbers',
      'softmax/Infinity',
      'softmax/NaN',
      'softmax/NaN, axis 0',
      'softmax/nothing but −Infinity',
      'softplus/NaN and infinities strewn in',
      'softplus/edge numbers',
      'thresholdedRelu/NaN and infinities strewn in',
      'thresholdedRelu/edge numbers',
    ),
  ],
};
