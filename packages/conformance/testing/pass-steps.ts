import { isConcrete, tensor, type Value } from '@separable/core';
import { draw, normal, type Source, uniform } from '../src/case/source.js';
import { layer } from './pass-layers.js';
import { drawn, type Map4, type Step, take, toFirst, toLast } from './pass-plan.js';

const activations = ['relu', 'relu6', 'sigmoid', 'hardSwish', 'tanh', 'leakyRelu', 'clip'] as const;

/** Arithmetic with one constant a channel, in every shape that broadcasts so. */
const affine: Step = (plan) => {
  const { g, random } = plan;
  const { value, channels, axis } = take(plan);
  const shapes =
    axis === 3
      ? [[channels], [1, 1, channels], [1, 1, 1, channels]]
      : [
          [channels, 1, 1],
          [1, channels, 1, 1],
        ];
  const whole = isConcrete(value.shape) ? [value.shape.with(0, 1), value.shape.slice(1)] : [];
  const shape = random.pick([[], [1], [1, 1, 1, 1], ...shapes, ...whole] as unknown as [number[]]);
  const special =
    random.next() < 0.2 ? random.pick([0, -0, 1e-30, 1e30, NaN, Infinity]) : undefined;
  const source = special === undefined ? normal(shape) : { ...normal(shape), fill: () => special };
  const [a, b] = random.next() < 0.7 ? [value, drawn(plan, source)] : [drawn(plan, source), value];
  return { value: g[random.pick(['add', 'sub', 'mul', 'div'] as const)]({ a, b }), channels, axis };
};

const batchNorm: Step = (plan) => {
  const { g, random } = plan;
  const { value, channels, axis } = take(plan);
  const vector = (source: Source) => drawn(plan, source);
  const operands = {
    x: value,
    mean: vector(normal([channels])),
    variance: vector(uniform([channels], 0.1, 2)),
    ...(random.next() < 0.7 ? { scale: vector(normal([channels])) } : {}),
    ...(random.next() < 0.7 ? { offset: vector(normal([channels])) } : {}),
  };
  return {
    value: g.batchNorm(operands, { axis: random.next() < 0.5 ? axis : axis - 4 }),
    channels,
    axis,
  };
};

const activate: Step = (plan) => {
  const from = take(plan);
  const op = plan.random.pick(activations);
  const attributes = op === 'clip' ? { min: -1, max: plan.random.pick([2, Infinity]) } : {};
  return { ...from, value: plan.g.apply(op, { x: from.value }, attributes)[0]! };
};

/** `x · gate(x)` in the ways exporters write it. */
const spelt: Step = (plan) => {
  const { g, random } = plan;
  const from = take(plan);
  const x = from.value;
  const number = (value: number): Value =>
    g.constant('k', tensor('float32', random.pick([[], [1], [1, 1, 1, 1]]), [value]));
  const either = (a: Value, b: Value): Value =>
    random.next() < 0.5 ? g.mul({ a, b }) : g.mul({ a: b, b: a });
  const kind = random.integer(0, 3);
  if (kind === 0) return { ...from, value: either(x, g.sigmoid({ x })) };
  if (kind === 1) return { ...from, value: either(x, g.hardSigmoid({ x }, { alpha: 1 / 6 })) };
  const sum = g.add({ a: number(3), b: x });
  const product = either(
    x,
    random.next() < 0.5 ? g.relu6({ x: sum }) : g.clip({ x: sum }, { min: 0, max: 6 }),
  );
  const value = kind === 2 ? g.div({ a: product, b: number(6) }) : either(product, number(1 / 6));
  return { ...from, value };
};

/** Two computations that are one: equal constants, equal attributes. */
const twins: Step = (plan) => {
  const { g, random } = plan;
  const { value: x, channels, axis } = take(plan);
  const scale = draw(normal(axis === 3 ? [channels] : [channels, 1, 1]), random);
  const twin = (): Value => g.sigmoid({ x: g.mul({ a: x, b: g.constant('t', scale) }) });
  const alike = (bound: number): Value => g.clip({ x }, { max: bound });
  const pair = random.next() < 0.6 ? [twin(), twin()] : [alike(Infinity), alike(-Infinity)];
  return { value: g.sub({ a: pair[0]!, b: pair[1]! }), channels, axis };
};

/** Adds, multiplies or joins an earlier map of the same extents; or the map itself. */
const meet: Step = (plan) => {
  const { g, random, maps } = plan;
  const { value, channels, axis } = take(plan);
  const same = maps.filter((m) => m.value.shape.join() === value.shape.join() && m.axis === axis);
  const others = same.filter((m) => m.value !== value);
  const other = random.pick(
    (others.length > 0 && random.next() < 0.8 ? others : same) as [Map4],
  ).value;
  if (random.next() < 0.3 && channels < 4) {
    return { value: g.concat({ inputs: [value, other] }, { axis }), channels: channels * 2, axis };
  }
  return { value: g[random.pick(['add', 'mul'] as const)]({ a: value, b: other }), channels, axis };
};

/** Ops with axes of their own, which a transpose may sink through. */
const along: Step = (plan) => {
  const { g, random } = plan;
  const from = take(plan);
  const { value: x, axis } = from;
  const any = random.integer(-4, 3);
  switch (random.integer(0, 5)) {
    case 0:
      return { ...from, value: g.softmax({ x }, { axis: any }) };
    case 1: {
      const pooled = g.reduceMean({ x }, { axes: axis === 3 ? [1, 2] : [2, -1], keepDims: true });
      return { ...from, value: g.mul({ a: x, b: g.sigmoid({ x: pooled }) }) };
    }
    case 2: {
      const before = axis === 3 ? [0, 1, 0, 0] : [0, 0, 1, 0];
      return {
        ...from,
        value: g.pad(
          { x },
          {
            before,
            after: before,
            mode: random.pick(['constant', 'edge']),
            value: random.pick([0, Infinity, -Infinity]),
          },
        ),
      };
    }
    case 3: {
      const rows = axis === 3 ? 1 : 2;
      return {
        ...from,
        value: g.slice({ x }, { axes: [rows], starts: [0], ends: [2], steps: [1] }),
      };
    }
    case 4:
      return { ...from, value: g.cumsum({ x }, { axis: any, reverse: random.next() < 0.5 }) };
    default: {
      const most = g.reduceMax({ x }, { axes: [any] });
      return { ...from, value: g.sub({ a: x, b: g.expandDims({ x: most }, { axes: [any] }) }) };
    }
  }
};

/** To the other layout and stay there, or rows for columns. */
const turn: Step = (plan) => {
  const { value: x, channels, axis } = take(plan);
  if (plan.random.next() < 0.5) {
    const permutation = axis === 3 ? [0, 2, 1, 3] : [0, 1, 3, 2];
    return { value: plan.g.transpose({ x }, { permutation }), channels, axis };
  }
  return {
    value: plan.g.transpose({ x }, axis === 3 ? toFirst : toLast),
    channels,
    axis: axis === 3 ? 1 : 3,
  };
};

/** Kinds of step; the commoner ones are there more than once. */
export const steps: readonly [Step, ...Step[]] = [
  layer,
  layer,
  layer,
  affine,
  affine,
  batchNorm,
  activate,
  spelt,
  twins,
  meet,
  meet,
  along,
  turn,
  turn,
];
