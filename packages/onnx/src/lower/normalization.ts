import type { Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import type { Lowerings } from './lowering.js';

const epsilonOf = (node: NodeImport): number => node.attributes.float('epsilon', 1e-5);

/** Normalisations; feature maps go through them with channels last. */
export const normalization: Lowerings = {
  BatchNormalization(node) {
    const { attributes } = node;
    attributes.ignore('momentum', 'is_test', 'consumed_inputs');
    if (attributes.flag('training_mode', false)) throw new Unsupported('it is in training mode');
    if (!attributes.flag('spatial', true))
      throw new Unsupported('it normalises each pixel by itself');
    if ([1, 2, 3, 4].some((output) => node.isRead(output)))
      throw new Unsupported('its statistics are read');
    const y = node.g.batchNorm(
      {
        x: node.channelsLast(0),
        mean: node.value(3),
        variance: node.value(4),
        scale: node.value(1),
        offset: node.value(2),
      },
      { epsilon: epsilonOf(node) },
      node.name(),
    );
    return node.fromChannelsLast(y);
  },
  InstanceNormalization(node) {
    const operands = { x: node.channelsLast(0), scale: node.value(1), offset: node.value(2) };
    return node.fromChannelsLast(
      node.g.instanceNorm(operands, { epsilon: epsilonOf(node) }, node.name()),
    );
  },
  GroupNormalization(node) {
    const { attributes } = node;
    attributes.ignore('stash_type');
    const groups = attributes.int('num_groups');
    const [scale, offset] = [perChannel(node, 1, groups), perChannel(node, 2, groups)];
    const x = node.channelsLast(0);
    return node.fromChannelsLast(
      node.g.groupNorm({ x, scale, offset }, { groups, epsilon: epsilonOf(node) }, node.name()),
    );
  },
};

/** Opset 18 has one scale a group; one a channel is what every later opset and the graph have. */
function perChannel(node: NodeImport, operand: number, groups: number): Value {
  const { g } = node;
  const x = node.value(operand);
  if (node.opset >= 21) return x;
  const channels = node.shape(0)[1];
  if (typeof channels !== 'number')
    throw new Unsupported(`it has the open number of channels ${channels}`);
  const column = g.reshape({ x }, { shape: [groups, 1] }, node.name('perGroup'));
  const table = g.expand(
    { x: column },
    { shape: [groups, channels / groups] },
    node.name('perChannel'),
  );
  return g.reshape({ x: table }, { shape: [channels] }, node.name('perChannel'));
}
