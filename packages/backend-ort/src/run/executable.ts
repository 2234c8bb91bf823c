import {
  checkInputs,
  type DeviceTensor,
  DisposedError,
  type Executable,
  type Graph,
  type MemoryUse,
  type RunOptions,
  sizeOf,
  type Tensor,
  type TensorMap,
} from '@separable/core';
import type { InferenceSession, Tensor as EngineTensor } from 'onnxruntime-web';
import type { Runtime } from '../engine/runtime.js';
import type { OutputSource } from '../lowering/direct-outputs.js';
import { type Device, quiet } from '../provider/execution-provider.js';
import { failureOf } from './failure.js';
import { HeldTensor } from './held-tensor.js';
import { type OutputTypes, outputTypesAt } from './output-types.js';
import { aborted } from './queue.js';
import { RecentMap } from './recent-map.js';
import {
  brought,
  copied,
  emptyTensor,
  engineTensor,
  isElsewhere,
  operand,
  taken,
} from './transfer.js';

type Inputs = Readonly<Record<string, Tensor | DeviceTensor>>;
/** Results by the name of an output. */
type Results = readonly (readonly [name: string, value: EngineTensor])[];

/** What an executable is made of. */
export interface Parts {
  readonly runtime: Runtime;
  readonly device: Device;
  /** The graph's types; its constants have lost their data. */
  readonly types: Graph;
  readonly outputs: readonly OutputSource[];
  /** Undefined when no node makes an output. */
  readonly session: InferenceSession | undefined;
  /** Bytes of the constants in the session's model. */
  readonly weights: number;
  /** How many sizes stay checked. */
  readonly planLimit: number;
}

/** A graph in an inference session, which serves every size. */
export class OrtExecutable implements Executable {
  readonly kernels: ReadonlyMap<string, string>;
  private readonly parts: Parts;
  private readonly sizes: RecentMap<OutputTypes>;
  private disposal: Promise<void> | undefined;

  constructor(parts: Parts) {
    const { types, device, planLimit } = parts;
    this.parts = parts;
    this.kernels = new Map(types.nodes.map(({ name }) => [name, device.kernel]));
    this.sizes = new RecentMap(planLimit);
  }

  async run(inputs: TensorMap, options: RunOptions = {}): Promise<TensorMap> {
    return this.queued(inputs, options, async (results) => {
      const outputs: [string, Tensor][] = [];
      for (const [name, result] of results) outputs.push([name, await taken(result)]);
      return Object.fromEntries(outputs);
    });
  }

  async runOnDevice(
    inputs: Inputs,
    options: RunOptions = {},
  ): Promise<Readonly<Record<string, DeviceTensor>>> {
    const { device, runtime } = this.parts;
    return this.queued(
      inputs,
      options,
      async (results) =>
        Object.fromEntries(
          results.map(([name, result]) => [name, new HeldTensor(result, device, runtime.queue)]),
        ),
      (held) => Object.values(held).forEach((one) => void one[Symbol.asyncDispose]()),
    );
  }

  memory(): MemoryUse {
    // Without an arena, which it does not use in WebAssembly, the engine frees what a run took.
    return { weights: this.isDisposed ? 0 : this.parts.weights, activations: 0 };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { runtime, session } = this.parts;
    this.disposal ??= runtime.queue.add(async () => {
      this.sizes.clear();
      await session?.release();
    }, 'disposing');
    await this.disposal;
  }

  private get isDisposed(): boolean {
    return this.disposal !== undefined;
  }

  /** Runs when it is its turn, and hands the results to `finish` before the next has its own. */
  private async queued<T>(
    inputs: Inputs,
    { signal, onNode }: RunOptions,
    finish: (results: Results) => Promise<T>,
    discard?: (late: T) => void,
  ): Promise<T> {
    const { types, runtime, device } = this.parts;
    const what = `running '${types.name}'`;
    if (this.isDisposed) throw new DisposedError(`executable '${types.name}'`);
    if (signal?.aborted === true) throw aborted(what, signal);
    checkInputs(types, inputs);
    const made = this.outputTypes(inputs);
    let here: Inputs = inputs;
    if (types.inputs.some((name) => isElsewhere(inputs[name]!, device))) {
      here = await brought(inputs, device);
      if (this.isDisposed) throw new DisposedError(`executable '${types.name}'`);
    }
    // From here to the queue nothing waits: a disposal that follows must come after this run.
    const feeds = types.inputs.map((name) => operand(runtime.onnxruntime, here[name]!));
    const task = async (): Promise<T> => {
      const started = performance.now();
      const outcome = await this.results(feeds, made)
        .then(finish)
        .catch((cause: unknown) => {
          throw failureOf(what, cause, device);
        });
      // The engine does not time nodes: what it took as a whole is told of the last.
      const last = types.nodes.at(-1)?.name;
      if (last !== undefined) onNode?.({ node: last, milliseconds: performance.now() - started });
      return outcome;
    };
    return runtime.queue.add(task, what, signal, discard);
  }

  private outputTypes(inputs: Inputs): OutputTypes {
    const { types, device } = this.parts;
    const shapes = Object.fromEntries(types.inputs.map((name) => [name, inputs[name]!.shape]));
    return this.sizes.take(JSON.stringify(shapes), () =>
      outputTypesAt(types, shapes, device.reasonAgainstSize),
    );
  }

  /** What a run hands out: no array is one that the caller, a constant or another output holds. */
  private async results(feeds: readonly EngineTensor[], made: OutputTypes): Promise<Results> {
    const { types, outputs, runtime } = this.parts;
    const { onnxruntime } = runtime;
    const computed = await this.compute(feeds, made);
    const results: [string, EngineTensor][] = [];
    for (const output of outputs) {
      const isFirst = outputs.find(({ value }) => value === output.value) === output;
      const source =
        output.from === 'engine'
          ? computed[output.index]!
          : output.from === 'input'
            ? feeds[types.inputs.indexOf(output.value)]!
            : engineTensor(onnxruntime, output.tensor);
      const isOurs = output.from === 'engine' && isFirst;
      results.push([output.name, isOurs ? source : await copied(onnxruntime, source)]);
    }
    return results;
  }

  /** The values that nodes make, in the order of the session's outputs. */
  private async compute(
    feeds: readonly EngineTensor[],
    made: OutputTypes,
  ): Promise<readonly EngineTensor[]> {
    const { session, outputs, runtime } = this.parts;
    if (session === undefined) return [];
    const wanted = session.outputNames.map((_, index) => {
      const { value } = outputs.find((one) => one.from === 'engine' && one.index === index)!;
      return made.get(value)!;
    });
    if (wanted.every(({ shape }) => sizeOf(shape) === 0)) {
      return wanted.map((type) => emptyTensor(runtime.onnxruntime, type));
    }
    // The model's names may differ from the graph's; their order does not.
    const named = Object.fromEntries(session.inputNames.map((name, i) => [name, feeds[i]!]));
    const results = await session.run(named, quiet);
    return session.outputNames.map((name) => results[name]!);
  }
}
