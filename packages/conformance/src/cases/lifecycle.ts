import type { Case, Tag } from '../case/case.js';
import { conductGraph, conductInputs } from '../case/conduct-graph.js';
import { copyOf, demand, demandEqual, demandRejection } from '../case/demand.js';
import { normalInputs, planGraph, scenarioCase } from '../case/graph-case.js';
import { seeded } from '../case/random.js';
import type { Scenario } from '../case/scenario.js';
import { normal } from '../case/source.js';

const scenarios: Readonly<Record<string, Scenario>> = {
  async 'repeated runs give the same bits'({ compile }) {
    const executable = await compile(conductGraph());
    const first = copyOf(await executable.run(conductInputs(1)));
    for (let i = 0; i < 5; i++) {
      demandEqual(
        await executable.run(conductInputs(1)),
        first,
        `run ${i + 2} differs from the first`,
      );
    }
  },
  async 'another run between does not disturb'({ compile }) {
    const executable = await compile(conductGraph());
    const first = copyOf(await executable.run(conductInputs(1)));
    await executable.run(conductInputs(2));
    demandEqual(
      await executable.run(conductInputs(1)),
      first,
      'a run of other inputs left something behind',
    );
  },
  async 'concurrent runs keep apart'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    const all = Array.from({ length: 8 }, (_, seed) => conductInputs(seed));
    const outputs = await Promise.all(all.map((inputs) => executable.run(inputs)));
    outputs.forEach((one, i) => check(graph, all[i]!, one));
  },
  async 'concurrent runs of different sizes keep apart'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    const all = Array.from({ length: 6 }, (_, i) => conductInputs(i, 3 + i, 9 - i, 1 + (i % 2)));
    const outputs = await Promise.all(all.map((inputs) => executable.run(inputs)));
    outputs.forEach((one, i) => check(graph, all[i]!, one));
  },
  async 'one executable takes more sizes than it keeps plans for'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    for (const round of [0, 1]) {
      for (let size = 1; size <= 12; size++) {
        const inputs = conductInputs(size + round, size, 13 - size, 1 + (size % 3));
        check(graph, inputs, await executable.run(inputs));
      }
    }
  },
  async 'a large size after a small one, and back'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    for (const size of [2, 24, 3, 25, 2]) {
      const inputs = conductInputs(size, size, size);
      check(graph, inputs, await executable.run(inputs));
    }
  },
  async 'a batch of none runs'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    const inputs = conductInputs(1, 4, 4, 0);
    check(graph, inputs, await executable.run(inputs));
    const some = conductInputs(1, 4, 4, 2);
    check(graph, some, await executable.run(some));
  },
  async 'executables of one backend keep apart'({ compile, check }) {
    const graphs = [conductGraph(1), conductGraph(2)];
    const both = await Promise.all(graphs.map((graph) => compile(graph)));
    for (let i = 0; i < 4; i++) {
      const inputs = conductInputs(i);
      check(graphs[i % 2]!, inputs, await both[i % 2]!.run(inputs));
    }
    await both[0]![Symbol.asyncDispose]();
    const inputs = conductInputs(5);
    check(graphs[1]!, inputs, await both[1]!.run(inputs));
  },
  async 'a disposed executable refuses to run'({ compile }) {
    const executable = await compile(conductGraph());
    await executable.run(conductInputs(1));
    await executable[Symbol.asyncDispose]();
    await demandRejection(() => executable.run(conductInputs(1)), 'disposed');
    await demandRejection(() => executable.runOnDevice(conductInputs(1)), 'disposed');
  },
  async 'disposing twice is harmless'({ compile }) {
    const executable = await compile(conductGraph());
    await executable[Symbol.asyncDispose]();
    await executable[Symbol.asyncDispose]();
  },
  async 'a disposed backend refuses to compile'({ provider }) {
    const backend = await provider.create();
    await backend[Symbol.asyncDispose]();
    await backend[Symbol.asyncDispose]();
    const graph = planGraph('g', seeded(1), ({ g }) => {
      g.output('y', g.relu({ x: g.input('x', 'float32', [2]) }));
    });
    await demandRejection(() => backend.compile(graph), 'disposed');
  },
  async 'probing twice answers the same'({ provider }) {
    const [first, second] = [await provider.probe(), await provider.probe()];
    demand(JSON.stringify(first) === JSON.stringify(second), 'two probes differ');
    demand(first.available, 'probe says the engine is not there, though it runs');
  },
  async 'an aborted signal ends a run before it starts'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    const signal = AbortSignal.abort();
    await demandRejection(() => executable.run(conductInputs(1), { signal }), 'aborted');
    const inputs = conductInputs(2);
    check(graph, inputs, await executable.run(inputs));
  },
  async 'an aborted signal ends compiling'({ backend }) {
    const graph = planGraph('g', seeded(1), ({ g }) => {
      g.output('y', g.relu({ x: g.input('x', 'float32', [2]) }));
    });
    await demandRejection(() => backend.compile(graph, { signal: AbortSignal.abort() }), 'aborted');
  },
  async 'aborting one of two runs leaves the other'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    const abort = new AbortController();
    const ended = executable.run(conductInputs(1), { signal: abort.signal }).then(
      () => 'finished',
      () => 'aborted',
    );
    const inputs = conductInputs(2);
    const other = executable.run(inputs);
    abort.abort();
    check(graph, inputs, await other);
    demand(['finished', 'aborted'].includes(await ended), 'the aborted run never settled');
  },
  async 'memory stays the same over 200 runs'({ compile }) {
    const executable = await compile(conductGraph());
    await executable.run(conductInputs(1));
    const before = executable.memory();
    for (let i = 0; i < 200; i++) await executable.run(conductInputs(1));
    const after = executable.memory();
    demand(
      after.weights === before.weights,
      `weights grew from ${before.weights} to ${after.weights} bytes`,
    );
    demand(
      after.activations <= before.activations,
      `activations grew from ${before.activations} to ${after.activations} bytes`,
    );
  },
  async 'memory is bounded over 40 sizes'({ compile }) {
    const executable = await compile(conductGraph());
    const peak = async (from: number): Promise<number> => {
      let most = 0;
      for (let i = from; i < from + 20; i++) {
        await executable.run(conductInputs(1, 2 + (i % 20), 3 + Math.floor(i / 20)));
        const { weights, activations } = executable.memory();
        demand(weights >= 0 && activations >= 0, 'memory() counts less than nothing');
        most = Math.max(most, activations);
      }
      return most;
    };
    const [first, second] = [await peak(0), await peak(20)];
    // The second twenty maps are 4/3 as wide.
    demand(
      second <= 2 * first,
      `activations grew from ${first} to ${second} bytes as sizes came and went`,
    );
  },
  async 'every node has a kernel'({ backend }) {
    const graph = planGraph('g', seeded(1), ({ g }) => {
      g.output('y', g.relu({ x: g.input('x', 'float32', [2]) }, {}, 'only'));
    });
    const executable = await backend.compile(graph);
    const kernel = executable.kernels.get('only');
    await executable[Symbol.asyncDispose]();
    demand(kernel !== undefined && kernel !== '', "kernels has no entry for the node 'only'");
  },
  async 'device outputs read like outputs'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    const inputs = conductInputs(1);
    const held = await executable.runOnDevice(inputs);
    await executable.run(conductInputs(2));
    const read = async (): Promise<
      Record<string, Awaited<ReturnType<(typeof held)[string]['read']>>>
    > =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(held).map(async ([name, t]) => [name, await t.read()] as const),
        ),
      );
    const first = await read();
    check(graph, inputs, first);
    demandEqual(await read(), first, 'reading twice gives different numbers');
    for (const [name, t] of Object.entries(held)) {
      demand(
        t.shape.join() === first[name]!.shape.join(),
        `device output '${name}' has the wrong shape`,
      );
      await t[Symbol.asyncDispose]();
      await t[Symbol.asyncDispose]();
      await demandRejection(() => t.read(), 'disposed');
    }
  },
  async 'a device output goes into the next run'({ compile, check }) {
    const graph = planGraph('step', seeded(1), ({ g, weights }) => {
      const x = g.input('x', 'float32', ['batch', 'H', 'W', 3]);
      g.output(
        'x',
        g.conv2d({ x, filter: weights('filter', normal([3, 3, 3, 3])) }, { padding: 'same' }),
      );
    });
    const executable = await compile(graph);
    const inputs = conductInputs(1);
    const once = await executable.run(inputs);
    const held = await executable.runOnDevice(inputs);
    const twice = await executable.runOnDevice({ x: held['x']! });
    check(graph, once, { x: await twice['x']!.read() });
    await held['x']![Symbol.asyncDispose]();
    await twice['x']![Symbol.asyncDispose]();
  },
  async 'profiles name nodes of the graph'({ backend }) {
    const graph = planGraph('g', seeded(1), ({ g }) => {
      const y = g.relu({ x: g.input('x', 'float32', [8]) }, {}, 'first');
      g.output('y', g.sigmoid({ x: y }, {}, 'second'));
    });
    const executable = await backend.compile(graph);
    const seen: string[] = [];
    await executable.run(normalInputs(graph, seeded(1)), {
      onNode({ node, milliseconds }) {
        seen.push(node);
        demand(milliseconds >= 0, `node '${node}' took less than no time`);
      },
    });
    await executable[Symbol.asyncDispose]();
    demand(
      seen.every((node) => node === 'first' || node === 'second'),
      `profiled ${seen.join(', ')}`,
    );
    demand(seen.includes('second'), 'the last node was not profiled');
  },
};

const tags: readonly Tag[] = ['required', 'lifecycle'];

/** What a backend promises beyond numbers: repetition, concurrency, disposal, abortion, memory. */
export const lifecycle: readonly Case[] = Object.entries(scenarios).map(([what, scenario]) =>
  scenarioCase('lifecycle', what, tags, scenario),
);
