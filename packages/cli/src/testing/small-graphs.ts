import { type Graph, graphBuilder, type Shape, tensor } from '@separable/core';

/** A stem, a depthwise and a pointwise convolution that passes make one separable node of. */
export function separableGraph(shape: Shape): Graph {
  const g = graphBuilder('small');
  const x = g.input('x', 'float32', shape);
  const stem = g.conv2d(
    { x, filter: g.constant('w0', tensor('float32', [3, 3, 3, 8])) },
    { strides: 2, padding: 'same' },
    'stem',
  );
  const filter = g.constant('w1', tensor('float32', [3, 3, 8, 1]));
  const depthwise = g.depthwiseConv2d(
    { x: g.relu({ x: stem }, {}, 'act'), filter },
    { padding: 'same' },
    'depthwise',
  );
  const pointwise = g.conv2d(
    { x: depthwise, filter: g.constant('w2', tensor('float32', [1, 1, 8, 16])) },
    {},
    'pointwise',
  );
  const grouped = g.constant('w3', tensor('float32', [1, 1, 4, 16]));
  g.output('y', g.conv2d({ x: pointwise, filter: grouped }, { groups: 4 }, 'grouped'));
  return g.build();
}

/** `y = relu(x)`. */
export function reluGraph(shape: Shape, dtype: 'float32' | 'uint8' | 'int32' = 'float32'): Graph {
  const g = graphBuilder('relu');
  g.output('y', g.relu({ x: g.input('x', dtype, shape) }));
  return g.build();
}
