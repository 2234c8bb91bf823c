import {
  Breath,
  bindGraph,
  checkInputs,
  type CompileOptions,
  type DeviceTensor,
  DisposedError,
  type Executable,
  type MemoryUse,
  type RunOptions,
  type Tensor,
  type TensorMap,
  typeOf,
} from '@separable/core';
import { Arena } from '../memory/arena.js';
import { RecentMap } from '../memory/recent-map.js';
import { type BoundPlan, bindPlan } from './bind-plan.js';
import { HostTensor } from './host-tensor.js';
import { type GraphPlan, planGraph } from './plan-graph.js';
import type { PreparedGraph } from './prepare-graph.js';
import { aborted, Queue } from './queue.js';
import { runSteps } from './run-steps.js';

/** A plan and, once it has run, the arrays it is bound to. */
interface CachedPlan {
  readonly plan: GraphPlan;
  bound: BoundPlan | undefined;
}

/**
 * A graph that runs. Its plans share one arena, which is why runs wait for each other; inputs are
 * copied in and outputs copied out, so that no caller ever holds a piece of it.
 */
export class JsExecutable implements Executable {
  readonly kernels: ReadonlyMap<string, string>;
  private prepared: PreparedGraph | undefined;
  private readonly name: string;
  private readonly arena = new Arena();
  private readonly plans: RecentMap<CachedPlan>;
  private readonly queue = new Queue();
  private readonly breath = new Breath();

  constructor(prepared: PreparedGraph, { planLimit = 8 }: CompileOptions) {
    this.prepared = prepared;
    this.name = prepared.types.name;
    this.kernels = prepared.kernels;
    this.plans = new RecentMap(planLimit);
  }

  async run(inputs: TensorMap, options: RunOptions = {}): Promise<TensorMap> {
    const { types } = this.alive();
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
    return { weights: this.prepared?.bytes ?? 0, activations: this.arena.buffer.byteLength };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.prepared = undefined;
    await this.queue.idle();
    this.plans.clear();
    this.arena.release();
  }

  private alive(): PreparedGraph {
    if (this.prepared === undefined) throw new DisposedError(`executable '${this.name}'`);
    return this.prepared;
  }

  private async compute(inputs: TensorMap, options: RunOptions): Promise<TensorMap> {
    const prepared = this.alive();
    const cached = this.planFor(prepared, inputs);
    const buffer = this.arena.reserve(cached.plan.bytes);
    if (cached.bound?.buffer !== buffer) cached.bound = bindPlan(prepared, cached.plan, buffer);
    const { plan, bound } = cached;
    for (const name of plan.graph.inputs) bound.arrays.get(name)!.set(inputs[name]!.data);
    await runSteps(plan, bound, this.breath, options);
    return outputsOf(plan, bound);
  }

  private planFor(prepared: PreparedGraph, inputs: TensorMap): CachedPlan {
    const { types } = prepared;
    const shapes = Object.fromEntries(types.inputs.map((name) => [name, inputs[name]!.shape]));
    return this.plans.take(JSON.stringify(shapes), () => ({
      plan: planGraph(prepared, bindGraph(types, shapes)),
      bound: undefined,
    }));
  }
}

function outputsOf({ graph }: GraphPlan, { arrays }: BoundPlan): TensorMap {
  const outputs: Record<string, Tensor> = {};
  for (const { name, value } of graph.outputs) {
    const { dtype, shape } = typeOf(graph, value);
    outputs[name] = {
      dtype,
      shape: [...(shape as number[])],
      data: arrays.get(value)!.slice(),
    } as Tensor;
  }
  return outputs;
}
