import type {
  Backend,
  BackendProvider,
  DeviceTensor,
  Executable,
  RunOptions,
} from '../src/backend/contract.js';
import { sizeOf, tensor, type Tensor } from '../src/data/tensor.js';
import { bindGraph } from '../src/graph/bind.js';
import { type Graph, type Node, operandsOf, typeOf } from '../src/graph/graph.js';

/** What a fake backend can and does. */
export interface FakeOptions {
  /** Ops it has a kernel for; all unless given. */
  readonly ops?: readonly string[];
  /** Every sign of life is appended: `name: compiled a, b`, `name: executable gone`. */
  readonly log?: string[];
  /** Awaited before a graph is compiled, and before a run. */
  readonly beforeCompile?: (signal: AbortSignal | undefined) => Promise<void>;
  readonly beforeRun?: (signal: AbortSignal | undefined) => Promise<void>;
  /** Thrown by `create`. */
  readonly creating?: Error;
}

const kernels: Readonly<Record<string, (a: number, b: number) => number>> = {
  relu: (a) => Math.max(a, 0),
  neg: (a) => -a,
  abs: Math.abs,
  add: (a, b) => a + b,
  mul: (a, b) => a * b,
};

/**
 * A backend that computes a few elementwise ops, and gives zeros of the right shape for all others, so
 * that tests of sessions need no kernels.
 */
export function fakeProvider(name: string, options: FakeOptions = {}): BackendProvider {
  const { ops, log = [], creating } = options;
  const backend: Backend = {
    name,
    device: `the ${name} device`,
    support: ({ op }) =>
      ops === undefined || ops.includes(op)
        ? { native: true }
        : { native: false, reason: `no kernel for ${op}` },
    async compile(graph, { signal } = {}) {
      await options.beforeCompile?.(signal);
      log.push(`${name}: compiled ${graph.nodes.map((node) => node.name).join(', ')}`);
      return new FakeExecutable(name, graph, options);
    },
    [Symbol.asyncDispose]: async () => void log.push(`${name}: backend gone`),
  };
  return {
    name,
    probe: async () => ({ available: true, device: backend.device, features: {} }),
    create: async () => {
      if (creating !== undefined) throw creating;
      return backend;
    },
  };
}

/** A provider whose engine is not there. */
export function absentProvider(name: string, reason: string): BackendProvider {
  return {
    name,
    probe: async () => ({ available: false, reason }),
    create: () => Promise.reject(new Error('an absent backend was created')),
  };
}

class FakeExecutable implements Executable {
  readonly kernels: ReadonlyMap<string, string>;
  private readonly name: string;
  private readonly graph: Graph;
  private readonly options: FakeOptions;

  constructor(name: string, graph: Graph, options: FakeOptions) {
    this.name = name;
    this.graph = graph;
    this.options = options;
    this.kernels = new Map(graph.nodes.map((node) => [node.name, `fake ${node.op}`]));
  }

  async run(
    inputs: Readonly<Record<string, Tensor | DeviceTensor>>,
    { signal }: RunOptions = {},
  ): Promise<Readonly<Record<string, Tensor>>> {
    await this.options.beforeRun?.(signal);
    const given = Object.entries(inputs).map(
      ([input, t]) => [input, t instanceof FakeTensor ? t.of(this.name) : (t as Tensor)] as const,
    );
    const values = new Map<string, Tensor>([...this.graph.constants, ...given]);
    const shapes = Object.fromEntries(given.map(([input, { shape }]) => [input, shape]));
    const bound = bindGraph(this.graph, shapes);
    for (const node of bound.nodes) compute(bound, node, values);
    return Object.fromEntries(
      this.graph.outputs.map(({ name, value }) => [name, values.get(value)!]),
    );
  }

  async runOnDevice(
    inputs: Readonly<Record<string, Tensor | DeviceTensor>>,
    options?: RunOptions,
  ): Promise<Readonly<Record<string, DeviceTensor>>> {
    const made = Object.entries(await this.run(inputs, options));
    return Object.fromEntries(
      made.map(([output, t]) => [output, new FakeTensor(this.name, t, this.options.log)]),
    );
  }

  memory() {
    return { weights: 8, activations: 4 };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.options.log?.push(`${this.name}: executable gone`);
  }
}

function compute(graph: Graph, node: Node, values: Map<string, Tensor>): void {
  const [a, b] = operandsOf(node).map((name) => values.get(name)!.data);
  node.outputs.forEach((name) => {
    const { dtype, shape } = typeOf(graph, name) as Tensor;
    const kernel = kernels[node.op] ?? (() => 0);
    const numbers = Array.from({ length: sizeOf(shape) }, (_, i) => kernel(a![i]!, b?.[i] ?? 0));
    values.set(name, tensor(dtype, shape, numbers));
  });
}

/** A tensor on a fake device; no other backend can look into it. */
class FakeTensor implements DeviceTensor {
  readonly dtype: Tensor['dtype'];
  readonly shape: readonly number[];
  private readonly owner: string;
  private readonly tensor: Tensor;
  private readonly log: string[] | undefined;

  constructor(owner: string, made: Tensor, log: string[] | undefined) {
    this.owner = owner;
    this.tensor = made;
    this.dtype = made.dtype;
    this.shape = made.shape;
    this.log = log;
  }

  of(backend: string): Tensor {
    if (backend !== this.owner) throw new TypeError(`${backend} got a tensor of ${this.owner}`);
    return this.tensor;
  }

  async read(): Promise<Tensor> {
    this.log?.push(`${this.owner}: read`);
    return this.tensor;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.log?.push(`${this.owner}: tensor gone`);
  }
}
