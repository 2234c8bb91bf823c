import { type Graph, graphBuilder, tensor } from '@separable/core';
import { builtTask } from './built-task.js';
import type { TaskSource } from './task.js';

const relu6 = { activation: 'relu6' } as const;

/** Single layers of each kind, at sizes that MobileNets have them. */
export const layers: readonly TaskSource[] = [
  depthwise(112, 64, false),
  depthwise(56, 128, false),
  depthwise(28, 256, false),
  pointwise(112, 32, 64, true),
  pointwise(56, 128, 128, true),
  pointwise(14, 512, 512, true),
  separable(112, 32, 64, true),
  separable(28, 256, 256, true),
  stem(224, 3, 32, true),
];

function depthwise(size: number, channels: number, fullOnly: boolean): TaskSource {
  const shape = [1, size, size, channels];
  return builtTask(`depthwise3x3-${size}-${channels}`, shape, fullOnly, () =>
    layer(shape, (g, x) => {
      const filter = weights(g, 'filter', [3, 3, channels, 1]);
      const bias = weights(g, 'bias', [channels]);
      return g.depthwiseConv2d({ x, filter, bias }, { padding: 'same', ...relu6 });
    }),
  );
}

function pointwise(size: number, inputs: number, outputs: number, fullOnly: boolean): TaskSource {
  const shape = [1, size, size, inputs];
  return builtTask(`pointwise-${size}-${inputs}-${outputs}`, shape, fullOnly, () =>
    layer(shape, (g, x) => {
      const filter = weights(g, 'filter', [inputs, outputs]);
      const bias = weights(g, 'bias', [outputs]);
      return g.pointwiseConv2d({ x, filter, bias }, relu6);
    }),
  );
}

function separable(size: number, inputs: number, outputs: number, fullOnly: boolean): TaskSource {
  const shape = [1, size, size, inputs];
  return builtTask(`separable3x3-${size}-${inputs}-${outputs}`, shape, fullOnly, () =>
    layer(shape, (g, x) => {
      const depthwiseFilter = weights(g, 'depthwiseFilter', [3, 3, inputs, 1]);
      const pointwiseFilter = weights(g, 'pointwiseFilter', [inputs, outputs]);
      const bias = weights(g, 'bias', [outputs]);
      const operands = { x, depthwiseFilter, pointwiseFilter, bias };
      return g.separableConv2d(operands, { padding: 'same', ...relu6 });
    }),
  );
}

function stem(size: number, inputs: number, outputs: number, fullOnly: boolean): TaskSource {
  const shape = [1, size, size, inputs];
  return builtTask(`stem3x3s2-${size}-${inputs}-${outputs}`, shape, fullOnly, () =>
    layer(shape, (g, x) => {
      const filter = weights(g, 'filter', [3, 3, inputs, outputs]);
      const bias = weights(g, 'bias', [outputs]);
      return g.conv2d({ x, filter, bias }, { strides: [2, 2], padding: 'same', ...relu6 });
    }),
  );
}

type Builder = ReturnType<typeof graphBuilder>;
type Value = ReturnType<Builder['input']>;

function layer(shape: readonly number[], build: (g: Builder, x: Value) => Value): Graph {
  const g = graphBuilder('layer');
  g.output('y', build(g, g.input('x', 'float32', shape)));
  return g.build();
}

function weights(g: Builder, name: string, shape: readonly number[]): Value {
  const data = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) =>
    Math.cos(7 * i),
  );
  return g.constant(name, tensor('float32', shape, data));
}
