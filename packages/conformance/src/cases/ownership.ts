import type { Case, Tag } from '../case/case.js';
import { conductGraph, conductInputs } from '../case/conduct-graph.js';
import { copyOf, demand, demandEqual } from '../case/demand.js';
import { normalInputs, planGraph, scenarioCase } from '../case/graph-case.js';
import { seeded } from '../case/random.js';
import type { Scenario } from '../case/scenario.js';
import { normal } from '../case/source.js';

const scenarios: Readonly<Record<string, Scenario>> = {
  async 'outputs of one run stay as they were'({ compile }) {
    const executable = await compile(conductGraph());
    const first = await executable.run(conductInputs(1));
    const kept = copyOf(first);
    const second = await executable.run(conductInputs(2));
    demandEqual(first, kept, 'a second run changed the outputs of the first');
    for (const [name, { data }] of Object.entries(first)) {
      demand(
        second[name]?.data.buffer !== data.buffer,
        `output '${name}' shares memory between runs`,
      );
    }
  },
  async 'callers may overwrite outputs'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    for (const { data } of Object.values(await executable.run(conductInputs(1)))) data.fill(NaN);
    const inputs = conductInputs(3);
    check(graph, inputs, await executable.run(inputs));
  },
  async 'callers may overwrite inputs after a run'({ compile }) {
    const executable = await compile(conductGraph());
    const inputs = copyOf(conductInputs(1));
    const outputs = await executable.run(inputs);
    const kept = copyOf(outputs);
    inputs['x']!.data.fill(NaN);
    demandEqual(outputs, kept, 'an output changed with the input');
  },
  async 'inputs are only read'({ compile }) {
    const executable = await compile(conductGraph());
    const inputs = conductInputs(1);
    const kept = copyOf(inputs);
    await executable.run(inputs);
    await executable.run(inputs);
    demandEqual(inputs, kept, 'a run changed its inputs');
  },
  async 'an input handed straight out is a copy'({ compile }) {
    const graph = planGraph('through', seeded(1), ({ g }) => {
      const x = g.input('x', 'float32', [2, 3]);
      g.output('same', x);
      g.output('y', g.relu({ x }));
    });
    const executable = await compile(graph);
    const inputs = normalInputs(graph, seeded(2));
    const { same } = await executable.run(inputs);
    demandEqual(
      { same: same! },
      { same: inputs['x']! },
      'the input did not come out as it went in',
    );
    demand(same!.data.buffer !== inputs['x']!.data.buffer, 'the output is the input itself');
  },
  async 'a constant handed straight out is a copy'({ compile }) {
    const graph = planGraph('constant', seeded(1), ({ g, weights }) => {
      g.output('y', g.relu({ x: g.input('x', 'float32', [2]) }));
      g.output('c', weights('c', normal([3])));
    });
    const executable = await compile(graph);
    const inputs = normalInputs(graph, seeded(2));
    const first = await executable.run(inputs);
    const kept = copyOf(first);
    first['c']!.data.fill(7);
    demandEqual(await executable.run(inputs), kept, 'writing to an output changed a constant');
  },
  async 'one value under two output names comes out twice'({ compile, check }) {
    const graph = planGraph('twice', seeded(1), ({ g }) => {
      const y = g.relu({ x: g.input('x', 'float32', [4]) });
      g.output('a', y);
      g.output('b', y);
    });
    const executable = await compile(graph);
    const inputs = normalInputs(graph, seeded(2));
    check(graph, inputs, await executable.run(inputs));
  },
  async 'a value that is an output and is read again stays whole'({ compile, check }) {
    const graph = planGraph('read again', seeded(1), ({ g }) => {
      const x = g.input('x', 'float32', [16]);
      const y = g.relu({ x });
      g.output('y', y);
      g.output('z', g.add({ a: g.sigmoid({ x: y }), b: y }));
    });
    const executable = await compile(graph);
    const inputs = normalInputs(graph, seeded(2));
    check(graph, inputs, await executable.run(inputs));
  },
  async 'constants are not needed after compiling'({ compile, check }) {
    const graph = conductGraph();
    const executable = await compile(graph);
    for (const { data } of graph.constants.values()) data.fill(0);
    const inputs = conductInputs(4);
    check(conductGraph(), inputs, await executable.run(inputs));
  },
};

const tags: readonly Tag[] = ['required', 'lifecycle'];

/** Whose memory is whose: inputs are only read, outputs belong to the caller. */
export const ownership: readonly Case[] = Object.entries(scenarios).map(([what, scenario]) =>
  scenarioCase('ownership', what, tags, scenario),
);
