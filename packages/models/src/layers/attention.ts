import { scalar, type Value } from '@separable/core';
import { glorotUniform } from '../network/initialisers.js';
import { channelsOf, type Network } from '../network/network.js';
import { dense } from './dense.js';

/**
 * Scaled dot-product attention of a sequence `[N, T, C]` to itself, in heads of `C / heads` channels:
 * `softmax(Q · Kᵀ / √(C / heads)) · V`, between dense layers.
 *
 * Source: Vaswani et al., "Attention is all you need" (2017), section 3.2.
 */
export function selfAttention(net: Network, name: string, x: Value, heads: number): Value {
  const { g } = net;
  const channels = channelsOf(x);
  const size = channels / heads;
  const [batch, frames] = x.shape as [Value['shape'][number], Value['shape'][number]];
  const initial = glorotUniform(channels, channels);
  const headsOf = (part: string): Value => {
    const y = dense(net, `${name}.${part}`, x, channels, initial);
    const split = g.reshape(
      { x: y },
      { shape: [batch, frames, heads, size] },
      `${name}.${part}.split`,
    );
    return g.transpose({ x: split }, { permutation: [0, 2, 1, 3] }, `${name}.${part}.heads`);
  };
  const [query, key, value] = ['query', 'key', 'value'].map(headsOf) as [Value, Value, Value];
  const scores = g.matmul({ a: query, b: key }, { transposeB: true }, `${name}.scores`);
  const factor = g.constant(`${name}.factor`, scalar('float32', 1 / Math.sqrt(size)));
  const scaled = g.mul({ a: scores, b: factor }, {}, `${name}.scaled`);
  const weights = g.softmax({ x: scaled }, { axis: -1 }, `${name}.softmax`);
  const heard = g.matmul({ a: weights, b: value }, {}, `${name}.heard`);
  const joined = g.transpose({ x: heard }, { permutation: [0, 2, 1, 3] }, `${name}.joined`);
  const flat = g.reshape({ x: joined }, { shape: [batch, frames, channels] }, `${name}.flat`);
  return dense(net, `${name}.output`, flat, channels, initial);
}
