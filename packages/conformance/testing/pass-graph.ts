import {
  type Graph,
  graphBuilder,
  type GraphBuilder,
  isConcrete,
  type Padding,
  type TensorMap,
  tensor,
  type Value,
} from '@separable/core';
import { type Random, seeded } from '../src/case/random.js';
import { draw, normal, type Source, uniform } from '../src/case/source.js';

/** A feature map under construction, and which axis holds its channels. */
interface Map4 {
  readonly value: Value;
  readonly channels: number;
  readonly axis: 1 | 3;
}

interface Plan {
  readonly g: GraphBuilder;
  readonly random: Random;
  readonly maps: Map4[];
}

const toLast = { permutation: [0, 2, 3, 1] };
const toFirst = { permutation: [0, 3, 1, 2] };
const activations = ['relu', 'relu6', 'sigmoid', 'hardSwish', 'tanh', 'leakyRelu', 'clip'] as const;

/**
 * A seeded network of what passes look for: layers wrapped in transposes, batch norms and scales before
 * and behind them, activations spelt out, twins, values with many readers, outputs that share a value.
 */
export function passGraph(seed: number): { readonly graph: Graph; readonly inputs: TensorMap } {
  const random = seeded(seed);
  const g = graphBuilder(`pass-${seed}`);
  const channels = random.integer(1, 4);
  const rows = random.integer(2, 4);
  const columns = random.next() < 0.5 ? rows : random.integer(2, 4);
  const extents = [random.integer(1, 2), rows, columns, channels];
  const shape = random.next() < 0.4 ? ['n', 'H', 'W', channels] : extents;
  const x = g.input('x', 'float32', shape);
  const maps: Map4[] = [{ value: x, channels, axis: 3 }];
  if (random.next() < 0.5) {
    maps.push({ value: g.transpose({ x }, toFirst), channels, axis: 1 });
  }
  const plan = { g, random, maps };
  for (let step = random.integer(3, 9); step > 0; step--) maps.push(random.pick(steps)(plan));
  addOutputs(plan, x);
  return { graph: g.build(), inputs: { x: draw(normal(extents), random) } };
}

function addOutputs({ g, random, maps }: Plan, x: Value): void {
  const last = maps.at(-1)!.value;
  g.output('y', last);
  if (random.next() < 0.3) g.output('again', last);
  if (random.next() < 0.3) g.output('inner', random.pick(maps as [Map4]).value);
  if (random.next() < 0.2) g.output('input', x);
  if (random.next() < 0.3) {
    const c = g.constant('c', draw(normal([2, 1, 2]), random));
    g.output('constant', random.next() < 0.5 ? c : g.relu({ x: c }));
    g.output(
      'moved',
      g.transpose(
        { x: g.transpose({ x: c }, { permutation: [1, 2, 0] }) },
        { permutation: [2, 0, 1] },
      ),
    );
  }
  if (x.shape[1] === x.shape[2]) {
    // Two permutations that agree on the shape alone must not be taken for one.
    const crossed = g.transpose({ x }, { permutation: [0, 3, 2, 1] });
    g.output('crossed', g.add({ a: crossed, b: g.transpose({ x }, toFirst) }));
  }
  if (random.next() < 0.3) {
    // Constants of a higher rank stretch the result's.
    const one = (value: number): Value =>
      g.constant('k', tensor('float32', [1, 1, 1, 1, 1], [value]));
    const gate = g.clip({ x: g.add({ a: last, b: one(3) }) }, { min: 0, max: 6 });
    g.output('stretched', g.div({ a: g.mul({ a: last, b: gate }), b: one(6) }));
  }
}

type Step = (plan: Plan) => Map4;

/** Mostly the newest map, so that chains form; sometimes an earlier one, so that it has readers. */
function take({ random, maps }: Plan): Map4 {
  return random.next() < 0.7 ? maps.at(-1)! : random.pick(maps as [Map4]);
}

function drawn({ g, random }: Plan, source: Source): Value {
  return g.constant('w', draw(source, random));
}

/** A layer on NHWC; a map with channels first is wrapped in transposes, as importers do. */
const layer: Step = (plan) => {
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
    random.next() < 0.1 ? random.pick([0, -0, 1e-30, 1e30, NaN, Infinity]) : undefined;
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

const steps: readonly [Step, ...Step[]] = [
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
