import type { Graph, TensorMap } from '@separable/core';
import { normalInputs, planGraph } from './graph-case.js';
import { seeded } from './random.js';
import { normal } from './source.js';

/**
 * The graph most scenarios run: two convolutions and what an engine may do in place, with symbolic
 * batch, rows and columns.
 */
export function conductGraph(seed = 1): Graph {
  return planGraph('conduct', seeded(seed), ({ g, weights }) => {
    const x = g.input('x', 'float32', ['batch', 'H', 'W', 3]);
    const positive = g.relu({ x });
    const filter = weights('filter', normal([3, 3, 3, 4]));
    const y = g.conv2d(
      { x: positive, filter, bias: weights('bias', normal([4])) },
      { padding: 'same' },
    );
    const taps = weights('taps', normal([3, 3, 4, 1]));
    const z = g.depthwiseConv2d({ x: y, filter: taps }, { padding: 'same', activation: 'relu6' });
    g.output('y', g.relu({ x: y }));
    g.output('z', z);
  });
}

/** Inputs for {@link conductGraph}; equal seeds and sizes give equal numbers. */
export function conductInputs(seed: number, height = 5, width = 6, batch = 1): TensorMap {
  return normalInputs(conductGraph(), seeded(seed), { x: [batch, height, width, 3] });
}
