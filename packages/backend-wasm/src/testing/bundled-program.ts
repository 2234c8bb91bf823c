import { createSession, graphBuilder, tensor } from '@separable/core';
import { wasm } from '../provider.js';
import { crew } from '../runtime/crew/crew.js';

/** Runs a convolution on one thread and on two and prints what it saw as JSON. */
const g = graphBuilder('bundled');
const shape = [1, 64, 64, 16];
const numbers = (count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i));
const x = g.input('x', 'float32', shape);
const filter = g.constant('w', tensor('float32', [3, 3, 16, 32], numbers(3 * 3 * 16 * 32)));
g.output('y', g.conv2d({ x, filter }, { padding: 'same', activation: 'swish' }));
const graph = g.build();

await using alone = await createSession(graph, { backends: [wasm({ threads: 1 })] });
await using together = await createSession(graph, { backends: [wasm({ threads: 2 })] });
await crew.whenReady(1);
const input = { x: tensor('float32', shape, numbers(64 * 64 * 16)) };
const [one, two] = [await alone.run(input), await together.run(input)];
const probe = await wasm({ threads: 2 }).probe();
const equal = one['y']!.data.every((value, i) => Object.is(value, two['y']!.data[i]));
const threads = probe.available && probe.features['threads'];
console.log(JSON.stringify({ threads, workers: crew.ready(1).length, equal }));
