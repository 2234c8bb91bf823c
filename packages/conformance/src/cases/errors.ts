import {
  createSession,
  type ErrorCode,
  type Graph,
  type Node,
  tensor,
  type TensorMap,
} from '@separable/core';
import type { Case } from '../case/case.js';
import { conductGraph, conductInputs } from '../case/conduct-graph.js';
import { demand, demandRejection } from '../case/demand.js';
import { normalInputs, planGraph, scenarioCase } from '../case/graph-case.js';
import { seeded } from '../case/random.js';
import type { Scenario } from '../case/scenario.js';
import { normal } from '../case/source.js';

const image = (...shape: number[]): TensorMap[string] => tensor('float32', shape);

/** Inputs that do not fit `x: float32 [batch, H, W, 3]`, with the code of the error they get. */
const unfit: Readonly<Record<string, TensorMap>> = {
  'no input': {},
  'an input too many': { x: image(1, 4, 4, 3), y: image(1) },
  'another name': { image: image(1, 4, 4, 3) },
  'too few dimensions': { x: image(4, 4, 3) },
  'too many dimensions': { x: image(1, 1, 4, 4, 3) },
  'another channel count': { x: image(1, 4, 4, 4) },
  'another dtype': { x: tensor('int32', [1, 4, 4, 3]) },
  'data shorter than the shape': {
    x: { dtype: 'float32', shape: [1, 4, 4, 3], data: new Float32Array(5) },
  },
  'data of another type': {
    x: {
      dtype: 'float32',
      shape: [1, 1, 1, 3],
      data: new Uint8Array(3),
    } as unknown as TensorMap[string],
  },
};

const rejected = Object.entries(unfit).map(([what, inputs]): [string, Scenario] => [
  `a session refuses ${what}`,
  ({ provider }) =>
    withSession(conductGraph(), provider, async (run) => {
      await demandRejection(() => run(inputs), 'input-mismatch');
      const right = await run(conductInputs(1));
      demand(Object.keys(right).length === 2, 'after an error the session does not run any more');
    }),
]);

const scenarios: Readonly<Record<string, Scenario>> = {
  async 'sizes that fit the inputs but not a node'({ compile, check }) {
    const graph = planGraph('halves', seeded(1), ({ g }) => {
      const a = g.input('a', 'float32', ['n', 4]);
      const b = g.input('b', 'float32', ['m', 4]);
      g.output('y', g.add({ a, b: g.reshape({ x: b }, { shape: ['m', 4] }) }));
    });
    await sizesRefused(
      { compile, check },
      graph,
      { a: [3, 4], b: [2, 4] },
      { a: [3, 4], b: [3, 4] },
    );
  },
  async 'a kernel larger than the map'({ compile, check }) {
    const graph = planGraph('large kernel', seeded(1), ({ g, weights }) => {
      const x = g.input('x', 'float32', [1, 'H', 'W', 1]);
      g.output('y', g.conv2d({ x, filter: weights('filter', normal([5, 5, 1, 1])) }));
    });
    await sizesRefused({ compile, check }, graph, { x: [1, 4, 9, 1] }, { x: [1, 6, 9, 1] });
  },
  async 'support refuses an op it has never heard of'({ backend }) {
    const { graph, node } = withUnknownOp();
    const answer = backend.support(node, graph);
    demand(!answer.native, `support() calls the op '${node.op}' native`);
    demand(answer.reason.trim() !== '', `support() refuses '${node.op}' without a reason`);
  },
  async 'compile refuses an op it has never heard of'({ backend }) {
    await demandRejection(() => backend.compile(withUnknownOp().graph), 'unsupported-op');
  },
  async 'support answers the same twice and changes nothing'({ backend }) {
    const graph = conductGraph();
    const before = JSON.stringify(graph.nodes);
    for (const node of graph.nodes) {
      const [first, second] = [backend.support(node, graph), backend.support(node, graph)];
      demand(
        JSON.stringify(first) === JSON.stringify(second),
        `support() of '${node.op}' changes its mind`,
      );
    }
    demand(JSON.stringify(graph.nodes) === before, 'support() changed the graph');
  },
  async 'a session refuses to run after its disposal'({ provider }) {
    const session = await createSession(conductGraph(), { backends: [provider], passes: [] });
    await session[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
    await demandRejection(() => session.run(conductInputs(1)), 'disposed');
  },
  async 'an index out of range is an error and the executable survives it'({ compile, check }) {
    const graph = planGraph('gather', seeded(1), ({ g, weights }) => {
      const x = weights('table', normal([4, 2]));
      g.output('y', g.gather({ x, indices: g.input('i', 'int32', [2]) }));
    });
    const executable = await compile(graph);
    for (const list of [
      [0, 4],
      [-5, 0],
    ]) {
      await demandRejection(() => executable.run({ i: tensor('int32', [2], list) }), 'execution');
    }
    const inputs = { i: tensor('int32', [2], [3, -4]) };
    check(graph, inputs, await executable.run(inputs));
  },
};

type Trial = Pick<Parameters<Scenario>[0], 'compile' | 'check'>;

async function sizesRefused(
  { compile, check }: Trial,
  graph: Graph,
  wrong: Readonly<Record<string, readonly number[]>>,
  right: Readonly<Record<string, readonly number[]>>,
  code: ErrorCode = 'shape-mismatch',
): Promise<void> {
  const executable = await compile(graph);
  await demandRejection(() => executable.run(normalInputs(graph, seeded(1), wrong)), code);
  const inputs = normalInputs(graph, seeded(1), right);
  check(graph, inputs, await executable.run(inputs));
}

type Run = (inputs: TensorMap) => Promise<TensorMap>;

async function withSession(
  graph: Graph,
  provider: Parameters<Scenario>[0]['provider'],
  use: (run: Run) => Promise<void>,
): Promise<void> {
  const session = await createSession(graph, { backends: [provider], passes: [] });
  try {
    await use((inputs) => session.run(inputs));
  } finally {
    await session[Symbol.asyncDispose]();
  }
}

/** A graph no builder would make, as a newer core might. */
function withUnknownOp(): { readonly graph: Graph; readonly node: Node } {
  const graph = planGraph('future', seeded(1), ({ g }) => {
    g.output('y', g.relu({ x: g.input('x', 'float32', [2]) }));
  });
  const node = { ...graph.nodes[0]!, op: 'opOfTheFuture' };
  return { graph: { ...graph, nodes: [node] }, node };
}

/** Bad input gets the error its kind names, and nothing breaks. */
export const errors: readonly Case[] = [...rejected, ...Object.entries(scenarios)].map(
  ([what, scenario]) => scenarioCase('errors', what, ['required', 'error'], scenario),
);
