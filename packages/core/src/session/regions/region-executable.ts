import type {
  DeviceTensor,
  Executable,
  MemoryUse,
  RunOptions,
  TensorMap,
} from '../../backend/contract.js';
import type { Tensor } from '../../data/tensor.js';
import { DisposedError } from '../../errors/errors.js';
import { solveSymbols } from '../../graph/bind.js';
import type { Graph } from '../../graph/graph.js';
import { throwIfAborted } from '../engine.js';
import type { DeviceInputs } from '../session.js';
import type { CompiledRegion } from './compiled-region.js';
import { type Held, heldByCaller, heldOnDevice, onHost } from './held-value.js';

/** A region and how its results are used. */
export interface RegionStep {
  readonly region: CompiledRegion;
  /** The backend, by its place in the caller's list. */
  readonly home: number;
  readonly inputs: readonly string[];
  /** Whether a later region of the same backend reads a result, so that results stay on the device. */
  readonly staysOnDevice: boolean;
}

/**
 * Regions run one after another. A value that a later region of the same backend reads stays on its
 * device; what another backend reads, and every output, is copied to the caller's memory once.
 */
export class RegionExecutable implements Executable {
  readonly kernels: ReadonlyMap<string, string>;
  private readonly graph: Graph;
  private readonly steps: readonly RegionStep[];
  private disposed = false;

  constructor(graph: Graph, steps: readonly RegionStep[]) {
    this.graph = graph;
    this.steps = steps;
    const nodes = steps.flatMap(({ region }) => region.placement.nodes);
    this.kernels = new Map(nodes.map(({ node, kernel }) => [node, kernel]));
  }

  async run(inputs: DeviceInputs, options: RunOptions = {}): Promise<TensorMap> {
    const shapes = Object.entries(inputs).map(([name, { shape }]) => [name, shape] as const);
    const sizes = solveSymbols(this.graph, Object.fromEntries(shapes));
    const values = new Map<string, Held>();
    for (const [name, given] of Object.entries(inputs)) values.set(name, heldByCaller(given));
    try {
      for (const step of this.steps) {
        if (this.disposed) throw new DisposedError(`executable '${this.graph.name}'`);
        throwIfAborted(options.signal);
        await step.region.use(sizes, (executable) => runStep(step, executable, values, options));
      }
      return await this.outputsOf(values);
    } finally {
      for (const { onDevice } of values.values()) await onDevice?.[Symbol.asyncDispose]();
    }
  }

  async runOnDevice(
    inputs: DeviceInputs,
    options: RunOptions = {},
  ): Promise<Readonly<Record<string, DeviceTensor>>> {
    const outputs = await this.run(inputs, options);
    const held = Object.entries(outputs).map(([name, output]) => [name, onHost(output)]);
    return Object.fromEntries(held) as Readonly<Record<string, DeviceTensor>>;
  }

  memory(): MemoryUse {
    const uses = this.steps.flatMap(({ region }) => region.memory());
    return {
      weights: uses.reduce((sum, { weights }) => sum + weights, 0),
      activations: uses.reduce((sum, { activations }) => sum + activations, 0),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.disposed = true;
    for (const { region } of this.steps) await region[Symbol.asyncDispose]();
  }

  /** Outputs belong to the caller: one that is an input, a constant, or an output twice is copied. */
  private async outputsOf(values: ReadonlyMap<string, Held>): Promise<TensorMap> {
    const outputs: Record<string, Tensor> = {};
    const handed = new Set<Tensor>(this.graph.constants.values());
    for (const { given } of values.values()) if (given !== undefined) handed.add(given);
    for (const { name, value } of this.graph.outputs) {
      const tensor = this.graph.constants.get(value) ?? (await values.get(value)!.read());
      outputs[name] = handed.has(tensor) ? { ...tensor, data: tensor.data.slice() } : tensor;
      handed.add(tensor);
    }
    return outputs;
  }
}

async function runStep(
  { home, inputs, staysOnDevice }: RegionStep,
  executable: Executable,
  values: Map<string, Held>,
  options: RunOptions,
): Promise<void> {
  const given: Record<string, Tensor | DeviceTensor> = {};
  for (const name of inputs) {
    const held = values.get(name)!;
    given[name] = held.home === home && held.onDevice ? held.onDevice : await held.read();
  }
  if (staysOnDevice) {
    const made = await executable.runOnDevice(given, options);
    for (const [name, tensor] of Object.entries(made)) values.set(name, heldOnDevice(home, tensor));
  } else {
    const made = await executable.run(given as TensorMap, options);
    for (const [name, tensor] of Object.entries(made)) values.set(name, heldByCaller(tensor));
  }
}
