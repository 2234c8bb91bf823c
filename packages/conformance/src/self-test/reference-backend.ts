import {
  AbortedError,
  type Backend,
  type BackendProvider,
  bindGraph,
  type CompileOptions,
  DisposedError,
  type DeviceTensor,
  type Executable,
  ExecutionError,
  type Graph,
  type Node,
  type RunOptions,
  SeparableError,
  type Support,
  type Tensor,
  type TensorMap,
  typeOf,
  UnsupportedOpError,
} from '@separable/core';
import { oracleOf } from '../oracle/table.js';
import { directConvolution } from './direct-convolution.js';
import type { Kernel, Operands } from './kernel.js';

/** How a reference backend may differ from the plain one. */
export interface ReferenceOptions {
  readonly name?: string;
  /** Ops it does not run natively; it decomposes the one-dimensional convolutions unless given. */
  readonly without?: readonly string[];
  readonly kernel?: Kernel;
  /** Last change to each executable. */
  readonly wrap?: (executable: Executable, graph: Graph) => Executable;
}

/**
 * The suite's own backend: convolutions in float32, everything else the oracle rounded to float32.
 * Slow and plain; it shows that the suite can be passed, and mutants of it show that the suite sees.
 *
 * @example
 * ```ts
 * import { runConformance } from '@separable/conformance';
 * import { referenceProvider } from '@separable/conformance/self-test';
 * const report = await runConformance(referenceProvider(), { filter: 'relu/' });
 * console.log(report.counts.failed); // 0
 * ```
 */
export function referenceProvider(options: ReferenceOptions = {}): BackendProvider {
  const name = options.name ?? 'reference';
  const device = 'CPU, float64 oracle';
  return {
    name,
    probe: async () => ({ available: true, device, features: { oracle: true } }),
    create: async () => referenceBackend(name, device, options),
  };
}

function referenceBackend(name: string, device: string, options: ReferenceOptions): Backend {
  const { without = ['conv1d', 'depthwiseConv1d'], kernel = directConvolution() } = options;
  let disposed = false;
  const support = ({ op }: Node): Support => {
    if (without.includes(op))
      return { native: false, reason: `${op} is left out of this reference` };
    if (oracleOf(op) === undefined) return { native: false, reason: `the oracle has no ${op}` };
    return { native: true };
  };
  return {
    name,
    device,
    support,
    async compile(graph, { signal }: CompileOptions = {}) {
      if (disposed) throw new DisposedError(`backend ${name}`);
      if (signal?.aborted) throw new AbortedError('compile', { cause: signal.reason });
      const lacking = graph.nodes.flatMap((node) => {
        const answer = support(node);
        return answer.native ? [] : [{ node: node.name, op: node.op, reason: answer.reason }];
      });
      if (lacking.length > 0) throw new UnsupportedOpError('the reference lacks', lacking);
      const executable = referenceExecutable(copyConstants(graph), kernel);
      return options.wrap?.(executable, graph) ?? executable;
    },
    async [Symbol.asyncDispose]() {
      disposed = true;
    },
  };
}

function copyConstants(graph: Graph): Graph {
  const constants = new Map([...graph.constants].map(([name, t]) => [name, copy(t)]));
  return { ...graph, constants };
}

function copy(t: Tensor): Tensor {
  return { ...t, data: t.data.slice() } as Tensor;
}

function referenceExecutable(graph: Graph, kernel: Kernel): Executable {
  let disposed = false;
  const weights = [...graph.constants.values()].reduce((sum, { data }) => sum + data.byteLength, 0);
  const run = async (
    inputs: TensorMap,
    { signal, onNode }: RunOptions = {},
  ): Promise<TensorMap> => {
    if (disposed) throw new DisposedError(`the executable of graph '${graph.name}'`);
    const shapes = Object.fromEntries(
      Object.entries(inputs).map(([name, { shape }]) => [name, shape]),
    );
    if (signal?.aborted) throw new AbortedError('run', { cause: signal.reason });
    const bound = bindGraph(graph, shapes);
    const values = new Map([...Object.entries(inputs), ...graph.constants]);
    for (const node of bound.nodes) {
      await Promise.resolve();
      if (signal?.aborted) throw new AbortedError('run', { cause: signal.reason });
      const started = performance.now();
      compute(bound, node, values, kernel);
      onNode?.({ node: node.name, milliseconds: performance.now() - started });
    }
    return Object.fromEntries(
      bound.outputs.map(({ name, value }) => [name, copy(values.get(value)!)]),
    );
  };
  return {
    kernels: new Map(graph.nodes.map(({ name, op }) => [name, `oracle ${op}`])),
    run,
    async runOnDevice(inputs, options) {
      const read = await Promise.all(
        Object.entries(inputs).map(
          async ([name, t]) => [name, 'read' in t ? await t.read() : t] as const,
        ),
      );
      const outputs = await run(Object.fromEntries(read), options);
      return Object.fromEntries(Object.entries(outputs).map(([name, t]) => [name, onDevice(t)]));
    },
    memory: () => ({ weights: disposed ? 0 : weights, activations: 0 }),
    async [Symbol.asyncDispose]() {
      disposed = true;
    },
  };
}

function compute(graph: Graph, node: Node, values: Map<string, Tensor>, kernel: Kernel): void {
  const operands: Operands = Object.fromEntries(
    Object.entries(node.inputs).map(([operand, ref]) => [
      operand,
      typeof ref === 'string' ? values.get(ref) : ref.map((name) => values.get(name)!),
    ]),
  );
  const shapes = node.outputs.map((name) => typeOf(graph, name).shape as readonly number[]);
  try {
    const results = kernel({ op: node.op, attributes: node.attributes, operands, shapes });
    node.outputs.forEach((name, i) => values.set(name, results[i]!));
  } catch (error) {
    if (error instanceof SeparableError) throw error;
    throw new ExecutionError(`node '${node.name}' (${node.op}): ${String(error)}`, {
      cause: error,
      place: { node: node.name, op: node.op },
    });
  }
}

function onDevice(t: Tensor): DeviceTensor {
  let disposed = false;
  return {
    dtype: t.dtype,
    shape: t.shape,
    async read() {
      if (disposed) throw new DisposedError('a device tensor');
      return copy(t);
    },
    async [Symbol.asyncDispose]() {
      disposed = true;
    },
  };
}
