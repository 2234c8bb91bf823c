import type { Padding, Value } from '@separable/core';
import { normal } from '../src/case/source.js';
import { drawn, type Plan, type Step, take, toFirst, toLast } from './pass-plan.js';

/** A layer on NHWC; a map with channels first is wrapped in transposes, as importers do. */
export const layer: Step = (plan) => {
  const { g, random } = plan;
  const from = take(plan);
  const x = from.axis === 3 ? from.value : g.transpose({ x: from.value }, toLast);
  const [value, channels] = applyLayer(plan, x, from.channels);
  return from.axis === 3 || random.next() < 0.2
    ? { value, channels, axis: 3 }
    : { value: g.transpose({ x: value }, toFirst), channels, axis: 1 };
};

function applyLayer(plan: Plan, x: Value, inputs: number): readonly [Value, number] {
  const { g, random } = plan;
  const kernel = random.pick([1, 1, 2, 3]);
  const padding = random.pick<Padding>([
    'same',
    'same',
    'sameLower',
    { top: 1, bottom: 1, left: 1, right: 1 },
  ]);
  const groups = inputs % 2 === 0 && random.next() < 0.3 ? 2 : 1;
  const outputs = groups * random.integer(1, 3);
  const activation = random.pick([null, null, null, 'relu', 'hardSwish'] as const);
  const bias = (count: number) =>
    random.next() < 0.5 ? { bias: drawn(plan, normal([count])) } : {};
  const weights = (shape: readonly number[]) => drawn(plan, normal(shape));
  const kind = random.pick([
    'conv2d',
    'depthwise',
    'pointwise',
    'dense',
    'transposed',
    'separable',
  ] as const);
  switch (kind) {
    case 'conv2d': {
      const filter = weights([kernel, kernel, inputs / groups, outputs]);
      const attributes = { padding: kernel === 1 ? 'valid' : padding, groups, activation } as const;
      return [g.conv2d({ x, filter, ...bias(outputs) }, attributes), outputs];
    }
    case 'depthwise': {
      const made = inputs * groups;
      const filter = weights([kernel, kernel, inputs, groups]);
      return [g.depthwiseConv2d({ x, filter, ...bias(made) }, { padding, activation }), made];
    }
    case 'separable': {
      const depthwiseFilter = weights([kernel, kernel, inputs, 1]);
      const pointwiseFilter = weights([inputs, outputs]);
      const operands = { x, depthwiseFilter, pointwiseFilter, ...bias(outputs) };
      return [g.separableConv2d(operands, { padding, depthwiseActivation: activation }), outputs];
    }
    case 'transposed': {
      const filter = weights([kernel, kernel, inputs, outputs / groups]);
      return [
        g.convTranspose2d({ x, filter, ...bias(outputs) }, { padding: 'same', groups }),
        outputs,
      ];
    }
    case 'pointwise':
    case 'dense': {
      const op = kind === 'dense' ? 'dense' : 'pointwiseConv2d';
      return [
        g[op]({ x, filter: weights([inputs, outputs]), ...bias(outputs) }, { activation }),
        outputs,
      ];
    }
  }
}
