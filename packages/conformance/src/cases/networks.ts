import type { Value } from '@separable/core';
import type { Case } from '../case/case.js';
import { graphCase, type GraphPlan } from '../case/graph-case.js';
import { normal } from '../case/source.js';

const he = (shape: readonly number[], fan: number) => normal(shape, Math.sqrt(2 / fan));

function stem({ g, weights }: GraphPlan, x: Value, outputs: number): Value {
  const filter = weights('stem', he([3, 3, 3, outputs], 27));
  const bias = weights('stem/bias', normal([outputs], 0.1));
  return g.conv2d({ x, filter, bias }, { strides: 2, padding: 'same', activation: 'relu6' });
}

function separable({ g, weights }: GraphPlan, x: Value, outputs: number, strides: 1 | 2): Value {
  const channels = x.shape[3] as number;
  const operands = {
    x,
    depthwiseFilter: weights('depthwise', he([3, 3, channels, 1], 9)),
    pointwiseFilter: weights('pointwise', he([channels, outputs], channels)),
    depthwiseBias: weights('depthwise/bias', normal([channels], 0.1)),
    bias: weights('pointwise/bias', normal([outputs], 0.1)),
  };
  return g.separableConv2d(operands, {
    strides,
    padding: 'same',
    depthwiseActivation: 'relu6',
    activation: 'relu6',
  });
}

function invertedResidual(
  { g, weights }: GraphPlan,
  x: Value,
  outputs: number,
  strides: 1 | 2,
): Value {
  const channels = x.shape[3] as number;
  const wide = channels * 3;
  const expand = weights('expand', he([channels, wide], channels));
  const expanded = g.pointwiseConv2d({ x, filter: expand }, { activation: 'relu6' });
  const filter = weights('depthwise', he([3, 3, wide, 1], 9));
  const between = g.depthwiseConv2d(
    { x: expanded, filter },
    { strides, padding: 'same', activation: 'relu6' },
  );
  const project = weights('project', he([wide, outputs], wide));
  const y = g.pointwiseConv2d({ x: between, filter: project });
  return strides === 1 && outputs === channels ? g.add({ a: y, b: x }) : y;
}

function batchNorm({ g, weights, random }: GraphPlan, x: Value): Value {
  const shape = [x.shape[3] as number];
  return g.batchNorm(
    {
      x,
      mean: weights('mean', normal(shape, 0.2)),
      variance: weights('variance', { ...normal(shape), fill: () => 0.5 + random.next() }),
      scale: weights('scale', normal(shape)),
      offset: weights('offset', normal(shape)),
    },
    { epsilon: 1e-3 },
  );
}

function head({ g, weights }: GraphPlan, x: Value, classes: number): Value {
  const channels = x.shape[3] as number;
  const pooled = g.flatten({ x: g.globalAveragePool2d({ x }) });
  const filter = weights('classes', he([channels, classes], channels));
  return g.softmax({
    x: g.dense({ x: pooled, filter, bias: weights('classes/bias', normal([classes])) }),
  });
}

function squeezeAndExcite({ g, weights }: GraphPlan, x: Value): Value {
  const channels = x.shape[3] as number;
  const down = weights('squeeze', he([1, 1, channels, 2], channels));
  const up = weights('excite', he([1, 1, 2, channels], 2));
  const squeezed = g.conv2d(
    { x: g.globalAveragePool2d({ x }), filter: down },
    { activation: 'relu' },
  );
  return g.mul({ a: x, b: g.conv2d({ x: squeezed, filter: up }, { activation: 'hardSigmoid' }) });
}

function mobileNetV1(plan: GraphPlan, x: Value): Value {
  const features = [8, 12, 12, 16].reduce(
    (y, n, i) => separable(plan, y, n, i % 2 === 0 ? 1 : 2),
    stem(plan, x, 6),
  );
  return head(plan, features, 10);
}

function mobileNetV2(plan: GraphPlan, x: Value): Value {
  let y = stem(plan, x, 4);
  for (const [outputs, strides] of [
    [4, 1],
    [6, 2],
    [6, 1],
    [8, 1],
  ] as const) {
    y = invertedResidual(plan, y, outputs, strides);
  }
  return head(plan, y, 7);
}

function mobileNetV3(plan: GraphPlan, x: Value): Value {
  const y = squeezeAndExcite(plan, invertedResidual(plan, stem(plan, x, 4), 6, 1));
  return plan.g.hardSwish({ x: batchNorm(plan, y) });
}

function shuffleNet(plan: GraphPlan, x: Value): Value {
  const { g, weights } = plan;
  const y = stem(plan, x, 8);
  const grouped = g.conv2d(
    { x: y, filter: weights('a', he([1, 1, 4, 8], 4)) },
    { groups: 2, activation: 'relu' },
  );
  const shuffled = g.channelShuffle({ x: grouped }, { groups: 2 });
  const filter = weights('depthwise', he([3, 3, 8, 1], 9));
  const between = batchNorm(plan, g.depthwiseConv2d({ x: shuffled, filter }, { padding: 'same' }));
  const last = g.conv2d({ x: between, filter: weights('b', he([1, 1, 4, 8], 4)) }, { groups: 2 });
  return g.relu({ x: g.add({ a: y, b: last }) });
}

function xception(plan: GraphPlan, x: Value): Value {
  const { g, weights } = plan;
  const y = stem(plan, x, 4);
  const main = g.maxPool2d(
    { x: separable(plan, separable(plan, y, 6, 1), 8, 1) },
    { kernel: 3, strides: 2, padding: 'same' },
  );
  const side = g.conv2d(
    { x: y, filter: weights('side', he([1, 1, 4, 8], 4)) },
    { strides: 2, padding: 'same' },
  );
  return g.add({ a: main, b: side });
}

function inception(plan: GraphPlan, x: Value): Value {
  const { g, weights } = plan;
  const y = stem(plan, x, 5);
  const branches = [
    g.pointwiseConv2d({ x: y, filter: weights('one', he([5, 3], 5)) }, { activation: 'relu' }),
    g.conv2d(
      { x: y, filter: weights('three', he([3, 3, 5, 4], 45)) },
      { padding: 'same', activation: 'relu' },
    ),
    g.conv2d(
      { x: y, filter: weights('row', he([1, 5, 5, 2], 25)) },
      { padding: 'same', activation: 'relu' },
    ),
    g.averagePool2d({ x: y }, { kernel: 3, padding: 'same' }),
  ];
  return g.concat({ inputs: branches }, { axis: -1 });
}

function uNet(plan: GraphPlan, x: Value): Value {
  const { g, weights } = plan;
  const first = g.conv2d(
    { x, filter: weights('first', he([3, 3, 3, 4], 27)) },
    { padding: 'same', activation: 'relu' },
  );
  const down = g.maxPool2d({ x: first }, { kernel: 2, strides: 2, padding: 'same' });
  const deep = g.conv2d(
    { x: down, filter: weights('deep', he([3, 3, 4, 6], 36)) },
    { padding: 'same', dilations: 2, activation: 'relu' },
  );
  const up = g.convTranspose2d(
    { x: deep, filter: weights('up', he([2, 2, 6, 4], 6)) },
    { strides: 2 },
  );
  const joined = g.concat({ inputs: [first, up] }, { axis: 3 });
  return g.sigmoid({ x: g.conv2d({ x: joined, filter: weights('last', he([1, 1, 8, 1], 8)) }) });
}

function lineReader(plan: GraphPlan, x: Value): Value {
  const { g, weights } = plan;
  const y = separable(plan, stem(plan, x, 6), 8, 1);
  const column = g.reduceMean({ x: y }, { axes: [1] });
  const scores = g.dense({ x: column, filter: weights('characters', he([8, 11], 8)) });
  return g.logSoftmax({ x: scores }, { axis: -1 });
}

function featurePyramid(plan: GraphPlan, x: Value): Value {
  const { g, weights } = plan;
  const fine = stem(plan, x, 4);
  const coarse = separable(plan, fine, 4, 2);
  const up = g.resize2d(
    { x: coarse },
    {
      size: [fine.shape[1]!, fine.shape[2]!],
      mode: 'nearest',
      coordinates: 'asymmetric',
      nearestRounding: 'floor',
    },
  );
  return g.conv2d(
    { x: g.add({ a: fine, b: up }), filter: weights('smooth', he([3, 3, 4, 2], 36)) },
    { padding: 'same' },
  );
}

const families = {
  mobileNetV1,
  mobileNetV2,
  mobileNetV3,
  shuffleNet,
  xception,
  inception,
  uNet,
  lineReader,
  featurePyramid,
};

const sizes = [
  [1, 16, 16],
  [2, 12, 20],
  [1, 18, 14],
] as const;

/** Small networks of every family the library is for, at fixed and at symbolic sizes. */
export const networks: readonly Case[] = Object.entries(families).flatMap(([name, network]) =>
  sizes.flatMap(([batch, height, width]) => {
    const x = normal([batch, height, width, 3]);
    const at = (shape: readonly (number | string)[]) => (plan: GraphPlan) =>
      plan.g.output('y', network(plan, plan.g.input('x', 'float32', shape)));
    return [
      graphCase(
        'networks',
        `${name} ${x.shape.join('x')}`,
        at(x.shape),
        { x },
        { tags: ['network'] },
      ),
      graphCase(
        'networks',
        `${name} symbolic ${x.shape.join('x')}`,
        at(['batch', '2*H', '2*W', 3]),
        { x },
        { tags: ['network', 'symbolic'] },
      ),
    ];
  }),
);
