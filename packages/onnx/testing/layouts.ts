import { type Random, seeded } from '@separable/conformance';
import {
  type Graph,
  graphBuilder,
  type GraphBuilder,
  tensor,
  type TensorMap,
  type Value,
} from '@separable/core';

/** Adds a node that moves, reduces or mixes axes, or nothing where the value has not the form for it. */
type Step = (g: GraphBuilder, x: Value, random: Random) => Value | undefined;

function shuffled(count: number, random: Random): number[] {
  const axes = Array.from({ length: count }, (_, axis) => axis);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [axes[i], axes[j]] = [axes[j]!, axes[i]!];
  }
  return axes;
}

const anyAxis = (x: Value, random: Random): number => random.integer(0, x.shape.length - 1);

const steps: readonly Step[] = [
  (g, x) => (x.shape.length === 4 ? g.maxPool2d({ x }, { kernel: 2, padding: 'same' }) : undefined),
  (g, x) => (x.shape.length === 4 ? g.globalAveragePool2d({ x }) : undefined),
  (g, x, random) => g.transpose({ x }, { permutation: shuffled(x.shape.length, random) }),
  (g, x, random) => g.reduceSum({ x }, { axes: [anyAxis(x, random)], keepDims: true }),
  (g, x, random) =>
    x.shape.length > 1 ? g.reduceMax({ x }, { axes: [anyAxis(x, random)] }) : undefined,
  (g, x, random) =>
    x.shape.length < 5
      ? g.expandDims({ x }, { axes: [random.integer(0, x.shape.length)] })
      : undefined,
  (g, x) =>
    g.squeeze({ x }, { axes: x.shape.flatMap((extent, i) => (extent === 1 ? [i] : [])).slice(1) }),
  (g, x, random) => g.concat({ inputs: [x, g.neg({ x })] }, { axis: anyAxis(x, random) }),
  (g, x, random) => g.softmax({ x }, { axis: anyAxis(x, random) }),
  (g, x, random) => g.cumsum({ x }, { axis: anyAxis(x, random), reverse: true }),
  (g, x, random) => {
    const indices = g.constant('places', tensor('int32', [2, 1], [0, -1]));
    return x.shape.length < 5 ? g.gather({ x, indices }, { axis: anyAxis(x, random) }) : undefined;
  },
  (g, x, random) => {
    const axis = anyAxis(x, random);
    return g.slice({ x }, { axes: [axis], starts: [-1], ends: [-(2 ** 31)], steps: [-1] });
  },
  (g, x) => g.reshape({ x }, { shape: [-1, x.shape.at(-1)!] }),
  (g, x, random) => g.flatten({ x }, { axis: random.integer(0, x.shape.length) }),
  (g, x) => g.add({ a: x, b: g.constant('row', tensor('float32', [1, 1], [0.5])) }),
  (g, x) => {
    const row = Array.from({ length: x.shape.at(-1) as number }, (_, i) => i);
    return g.mul({ a: g.constant('row', tensor('float32', [row.length], row)), b: x });
  },
  (g, x) => g.sub({ a: x, b: g.reduceMean({ x }, { axes: [-1], keepDims: true }) }),
  (g, x, random) => {
    const [left, right] = [0, 1].map(() => x.shape.map(() => random.integer(0, 1)));
    return g.pad({ x }, { before: left!, after: right!, value: 2 });
  },
  (g, x, random) => {
    const extent = x.shape[anyAxis(x, random)] as number;
    return g.expand({ x }, { shape: extent < 3 ? [2, ...x.shape.map(() => 1)].slice(-5) : [1] });
  },
];

/** A network of ops that care for the order of axes, between maps that are laid out otherwise. */
export function layoutGraph(seed: number): { readonly graph: Graph; readonly inputs: TensorMap } {
  const random = seeded(seed);
  const g = graphBuilder(`layouts-${seed}`);
  const x = g.input('x', 'float32', [2, 4, 3, 3]);
  let y: Value = g.maxPool2d({ x }, { kernel: [2, 1] });
  for (let count = random.integer(2, 9); count > 0; count--) {
    const next = steps[random.integer(0, steps.length - 1)]!(g, y, random);
    const isLarge = next?.shape.some((extent) => (extent as number) > 5000);
    if (next !== undefined && !isLarge) y = next;
  }
  g.output('y', y);
  const numbers = Array.from({ length: 72 }, () => random.normal());
  return { graph: g.build(), inputs: { x: tensor('float32', [2, 4, 3, 3], numbers) } };
}
