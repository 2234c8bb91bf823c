import type { Activation, Node } from '@separable/core';
import * as tf from '@tensorflow/tfjs-core';

type Operands = Readonly<Record<string, tf.Tensor>>;
type TfOp = (operands: Operands, attributes: Node['attributes']) => tf.Tensor;

/** The ops of the measured networks in TensorFlow.js, fused where it can fuse. */
export const tfjsOps: Readonly<Record<string, TfOp>> = {
  conv2d: ({ x, filter, bias }, attributes) =>
    tf.fused.conv2d({
      x: x as tf.Tensor4D,
      filter: filter as tf.Tensor4D,
      ...window(attributes),
      ...epilogue(bias, attributes['activation']),
    }),
  depthwiseConv2d: ({ x, filter, bias }, attributes) =>
    depthwise(x, filter, bias, attributes, 'activation'),
  pointwiseConv2d: ({ x, filter, bias }, attributes) => pointwise(x, filter, bias, attributes),
  separableConv2d: ({ x, depthwiseFilter, pointwiseFilter, depthwiseBias, bias }, attributes) => {
    const middle = depthwise(x, depthwiseFilter, depthwiseBias, attributes, 'depthwiseActivation');
    return pointwise(middle, pointwiseFilter, bias, attributes);
  },
  add: ({ a, b }) => tf.add(a!, b!),
  reduceMean: ({ x }, { axes, keepDims }) => tf.mean(x!, axes as number[], keepDims as boolean),
  globalAveragePool2d: ({ x }, { keepDims }) => tf.mean(x!, [1, 2], keepDims as boolean),
  dense: ({ x, filter, bias }, attributes) =>
    tf.fused.matMul({ a: x!, b: filter!, ...epilogue(bias, attributes['activation']) }),
  softmax: ({ x }, { axis }) => tf.softmax(x!, axis as number),
};

function depthwise(
  x: tf.Tensor | undefined,
  filter: tf.Tensor | undefined,
  bias: tf.Tensor | undefined,
  attributes: Node['attributes'],
  activation: string,
): tf.Tensor {
  return tf.fused.depthwiseConv2d({
    x: x as tf.Tensor4D,
    filter: filter as tf.Tensor4D,
    ...window(attributes),
    ...epilogue(bias, attributes[activation]),
  });
}

function pointwise(
  x: tf.Tensor | undefined,
  filter: tf.Tensor | undefined,
  bias: tf.Tensor | undefined,
  { activation }: Node['attributes'],
): tf.Tensor {
  const [inputs, outputs] = filter!.shape as [number, number];
  return tf.fused.conv2d({
    x: x as tf.Tensor4D,
    filter: tf.reshape(filter!, [1, 1, inputs, outputs]) as tf.Tensor4D,
    strides: 1,
    pad: 'valid',
    ...epilogue(bias, activation),
  });
}

function window({ strides, padding }: Node['attributes']) {
  return { strides: strides as [number, number], pad: padOf(padding) };
}

function padOf(padding: unknown): 'valid' | 'same' | number {
  if (padding === 'valid' || padding === 'same') return padding;
  const sides = Object.values(padding as Readonly<Record<string, number>>);
  if (sides.some((side) => side !== sides[0])) throw new Error('uneven padding is not translated');
  return sides[0]!;
}

function epilogue(bias: tf.Tensor | undefined, activation: unknown) {
  const f = activation as Activation | null;
  return {
    ...(bias === undefined ? {} : { bias }),
    ...(f === null ? {} : { activation: f.op as 'relu6' }),
  };
}
