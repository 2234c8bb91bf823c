import { dim, type Window } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import { channelsFirstOrder, type Laid } from '../order.js';
import { windowed } from '../window.js';

/** `Conv` along one axis, with filters `[Cout, Cin/G, k]` and `[C·M, 1, k]`. */
export const conv1d: Lowerings<'conv1d' | 'depthwiseConv1d'> = {
  conv1d: (node) => along(node, node.inOrder('filter', [2, 1, 0]), node.attributes.groups),
  depthwiseConv1d(node) {
    const [taps, channels, multiplier] = node.shape('filter');
    const shape = [dim.multiply(channels!, multiplier!), 1, taps!];
    const filter = node.arranged('filter', { permutation: [1, 2, 0], shape });
    return along(node, filter, node.number(channels!, 'channels of a depthwise convolution'));
  },
};

function along(
  node: NodeExport<'conv1d'> | NodeExport<'depthwiseConv1d'>,
  filter: string,
  group: number,
): Laid {
  const { stride, dilation, padding, activation } = node.attributes;
  const window: Window = {
    kernel: node.shape('filter')[0] as number,
    stride,
    dilation,
    padding: typeof padding === 'string' ? padding : { before: padding.left, after: padding.right },
  };
  const { x, attributes } = windowed(
    node,
    node.channelsFirst('x'),
    [node.shape('x')[1]!],
    [window],
  );
  return node.activated(activation, channelsFirstOrder(3), () =>
    node.add('Conv', [x, filter, ...node.optional('bias')], { ...attributes, group }),
  );
}
