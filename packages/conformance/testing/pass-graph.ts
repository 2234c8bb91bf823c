import { type Graph, graphBuilder, type TensorMap, tensor, type Value } from '@separable/core';
import { seeded } from '../src/case/random.js';
import { draw, normal } from '../src/case/source.js';
import { type Map4, type Plan, toFirst } from './pass-plan.js';
import { steps } from './pass-steps.js';

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
  if (random.next() < 0.2) {
    // Folded, these weights would overflow, and 0 times them be NaN.
    const large = (value: number, shape: readonly number[]): Value =>
      g.constant('large', draw({ ...normal(shape), fill: () => value }, random));
    const filter = large(1e20, [x.shape[3] as number, 2]);
    const layer = g.pointwiseConv2d({ x: g.relu({ x }), filter });
    g.output('large', g.mul({ a: layer, b: large(1e30, [2]) }));
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
