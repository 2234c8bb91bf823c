import {
  bindGraph,
  checkInputs,
  type CompileOptions,
  type DeviceTensor,
  DisposedError,
  type Executable,
  ExecutionError,
  type MemoryUse,
  type RunOptions,
  SeparableError,
  sizeOf,
  type Tensor,
  type TensorMap,
  typeOf,
} from '@separable/core';
import { kernelLabels } from '../compiler/kernel-labels.js';
import { type PlanOptions, planGraph } from '../compiler/plan-graph.js';
import type { PlacedWeights, PreparedGraph } from '../compiler/prepare-graph.js';
import type { LinearMemory } from '../memory/linear-memory.js';
import { RecentMap } from '../memory/recent-map.js';
import { Breath } from './breath.js';
import { crew } from './crew/crew.js';
import { mayBlockHere } from './crew/threads.js';
import { HostTensor } from './host-tensor.js';
import { loadProgram, type Program } from './program.js';
import { aborted, Queue } from './queue.js';
import { runAlone } from './run-alone.js';
import { runTogether } from './run-together.js';

/**
 * A graph that runs. Its programs share one memory, which is why runs wait for each other; inputs are
 * copied in and outputs copied out, so that no caller ever holds a piece of it.
 */
export class WasmExecutable implements Executable {
  readonly kernels: ReadonlyMap<string, string>;
  private prepared: PreparedGraph | undefined;
  private readonly name: string;
  private readonly running: PlanOptions;
  private memoryOfRuns: LinearMemory | undefined;
  private readonly programs: RecentMap<Promise<Program>>;
  private readonly queue = new Queue();
  private readonly breath = new Breath();

  constructor(
    prepared: PreparedGraph,
    weights: readonly PlacedWeights[],
    running: PlanOptions,
    memory: LinearMemory,
    { planLimit = 8 }: CompileOptions,
  ) {
    this.prepared = prepared;
    this.name = prepared.types.name;
    this.running = running;
    this.kernels = kernelLabels(prepared, running);
    this.programs = new RecentMap(planLimit, forget);
    this.memoryOfRuns = memory;
    for (const { address, data } of weights) memory.write(address, data);
  }

  async run(inputs: TensorMap, options: RunOptions = {}): Promise<TensorMap> {
    const { types } = this.alive().prepared;
    const what = `running '${this.name}'`;
    if (options.signal?.aborted === true) throw aborted(what, options.signal);
    checkInputs(types, inputs);
    return this.queue.add(() => this.compute(inputs, options), what, options.signal);
  }

  async runOnDevice(
    inputs: Readonly<Record<string, Tensor | DeviceTensor>>,
    options: RunOptions = {},
  ): Promise<Readonly<Record<string, DeviceTensor>>> {
    this.alive();
    const here: Record<string, Tensor> = {};
    for (const [name, given] of Object.entries(inputs)) {
      if (given instanceof HostTensor) here[name] = given.tensor;
      else here[name] = 'read' in given ? await given.read() : given;
    }
    const outputs = await this.run(here, options);
    return Object.fromEntries(
      Object.entries(outputs).map(([name, tensor]) => [name, new HostTensor(tensor)]),
    );
  }

  memory(): MemoryUse {
    const weights = this.prepared?.bytes ?? 0;
    const all = this.memoryOfRuns?.bytes ?? 0;
    return { weights, activations: Math.max(0, all - weights) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.prepared = undefined;
    await this.queue.idle();
    this.programs.clear();
    this.memoryOfRuns = undefined;
  }

  private alive(): { readonly prepared: PreparedGraph; readonly memory: LinearMemory } {
    const { prepared, memoryOfRuns: memory } = this;
    if (prepared === undefined || memory === undefined) {
      throw new DisposedError(`executable '${this.name}'`);
    }
    return { prepared, memory };
  }

  private async compute(inputs: TensorMap, options: RunOptions): Promise<TensorMap> {
    const { prepared, memory } = this.alive();
    const program = await this.programFor(prepared, memory, inputs);
    const { graph, addresses, end } = program.plan;
    memory.reserve(end);
    this.running.watch?.before(memory, program.plan);
    for (const name of graph.inputs) memory.write(addresses.get(name)!, inputs[name]!.data);
    await this.execute(program, options);
    this.running.watch?.after(memory, program.plan);
    return outputsOf(program, memory);
  }

  private async execute(program: Program, options: RunOptions): Promise<void> {
    const { load } = program;
    const mayBlock = mayBlockHere();
    const isDivided = program.stages.some(({ units }) => units > 1);
    const wanted = this.running.threads - Number(mayBlock);
    if (load === undefined || !isDivided || wanted < 1) {
      return runAlone(program, this.breath, options);
    }
    const what = `running '${this.name}'`;
    return crew.queue.add(
      () => {
        const members = crew.ready(wanted);
        if (members.length === 0) return runAlone(program, this.breath, options);
        return runTogether(program, load, { crew, members, mayBlock }, this.breath, options);
      },
      what,
      options.signal,
    );
  }

  private async programFor(
    prepared: PreparedGraph,
    memory: LinearMemory,
    inputs: TensorMap,
  ): Promise<Program> {
    const { types } = prepared;
    const { threads } = this.running;
    const shapes = Object.fromEntries(types.inputs.map((name) => [name, inputs[name]!.shape]));
    const make = (): Promise<Program> => {
      const plan = planGraph(prepared, bindGraph(types, shapes), this.running);
      return loadProgram(prepared, plan, memory.memory, threads > 1);
    };
    try {
      return await this.programs.take(JSON.stringify(shapes), make);
    } catch (cause) {
      if (cause instanceof SeparableError) throw cause;
      throw new ExecutionError(`graph '${this.name}' did not compile: ${String(cause)}`, { cause });
    }
  }
}

/** Lets workers forget a program that nobody will run again. */
function forget(program: Promise<Program>): void {
  void program.then(
    ({ load }) => load && crew.drop(load),
    () => {},
  );
}

function outputsOf({ plan: { graph, addresses } }: Program, memory: LinearMemory): TensorMap {
  const outputs: Record<string, Tensor> = {};
  for (const { name, value } of graph.outputs) {
    const { dtype, shape } = typeOf(graph, value);
    const sizes = shape as readonly number[];
    const data = memory.read(dtype, addresses.get(value)!, sizeOf(sizes));
    outputs[name] = { dtype, shape: [...sizes], data } as Tensor;
  }
  return outputs;
}
