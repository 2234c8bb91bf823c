import type {
  BackendProvider,
  Executable,
  MemoryUse,
  RunOptions,
  TensorMap,
} from '../backend/contract.js';
import { DisposedError, ExecutionError } from '../errors/errors.js';
import { SeparableError } from '../errors/separable-error.js';
import type { Graph } from '../graph/graph.js';
import { checkInputs } from './check-inputs.js';
import { type Engine, throwIfAborted } from './engine.js';
import { openWarm } from './open-engine.js';
import type { Placement } from './placement.js';
import { type InputShapes, sampleInputs } from './sample-inputs.js';
import type { SessionOptions } from './session-options.js';
import type { Considered, DeviceInputs, Session, SessionTiming, SwitchOptions } from './session.js';

/** An engine in use, and how many runs it is in the middle of. */
interface Lease {
  readonly engine: Engine;
  runs: number;
  /** Set when another engine has taken over; called when the last run has ended. */
  ended?: () => void;
}

/** The session that {@link createSession} hands out: an engine that can be exchanged while it runs. */
export class LiveSession implements Session {
  readonly graph: Graph;
  private readonly options: SessionOptions;
  settled: Promise<void> = Promise.resolve();
  private lease: Lease;
  private readonly ended = new AbortController();
  /** Switches wait for each other, and disposal for all of them. */
  private switching: Promise<unknown> = Promise.resolve();
  private readonly retiring = new Set<Promise<void>>();

  constructor(graph: Graph, engine: Engine, options: SessionOptions) {
    this.graph = graph;
    this.options = options;
    this.lease = { engine, runs: 0 };
  }

  get compiled(): Graph {
    return this.lease.engine.compiled;
  }

  get placement(): Placement {
    return this.lease.engine.placement;
  }

  get considered(): readonly Considered[] {
    return this.lease.engine.considered;
  }

  get timing(): SessionTiming {
    return this.lease.engine.timing;
  }

  run(inputs: TensorMap, options: RunOptions = {}): ReturnType<Executable['run']> {
    return this.use(inputs, options, (executable) => executable.run(inputs, options));
  }

  runOnDevice(
    inputs: DeviceInputs,
    options: RunOptions = {},
  ): ReturnType<Executable['runOnDevice']> {
    return this.use(inputs, options, (executable) => executable.runOnDevice(inputs, options));
  }

  async warmUp(shapes?: InputShapes, options: RunOptions = {}): Promise<void> {
    await this.run(sampleInputs(this.graph, shapes), options);
  }

  switchTo(provider: BackendProvider, options: SwitchOptions = {}): Promise<void> {
    const others = this.options.backends.filter(({ name }) => name !== provider.name);
    return this.exchange(async () => {
      // The signal and the progress of the session's making are over.
      const { signal: _, onProgress: __, warmUp: ___, ...lasting } = this.options;
      return openWarm(this.graph, [provider], { ...lasting, ...options }, others);
    });
  }

  /** Exchanges the engine when another is ready, unless the session ends before; never rejects. */
  exchangeLater(open: (signal: AbortSignal) => Promise<Engine>): void {
    const { signal } = this.options;
    const { signal: end } = this.ended;
    const either = signal === undefined ? end : AbortSignal.any([signal, end]);
    this.settled = this.exchange(() => open(either)).catch(() => {});
  }

  /** Puts another engine in place of the one that runs, once it is ready. */
  private exchange(open: () => Promise<Engine>): Promise<void> {
    this.assertUsable();
    const exchanged = this.switching.then(async () => {
      this.assertUsable();
      const engine = await open();
      if (!this.disposed) return this.replace(engine);
      await engine[Symbol.asyncDispose]();
      this.assertUsable();
    });
    this.switching = exchanged.catch(() => {});
    return exchanged;
  }

  memory(): MemoryUse {
    return this.lease.engine.executable.memory();
  }

  private get disposed(): boolean {
    return this.ended.signal.aborted;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.disposed) return;
    this.ended.abort();
    await this.lease.engine[Symbol.asyncDispose]();
    await this.switching;
    await Promise.all(this.retiring);
  }

  private async use<T>(
    inputs: DeviceInputs,
    { signal }: RunOptions,
    work: (executable: Executable) => Promise<T>,
  ): Promise<T> {
    this.assertUsable();
    throwIfAborted(signal);
    checkInputs(this.graph, inputs);
    const { lease } = this;
    lease.runs++;
    try {
      return await work(lease.engine.executable);
    } catch (error) {
      throw this.failure(error, lease.engine);
    } finally {
      lease.runs--;
      if (lease.runs === 0) lease.ended?.();
    }
  }

  private replace(engine: Engine): void {
    const old = this.lease;
    this.lease = { engine, runs: 0 };
    const idle =
      old.runs === 0 ? Promise.resolve() : new Promise<void>((ended) => (old.ended = ended));
    // What an engine that is out of use says in parting is nobody's concern any more.
    const retired = idle.then(() => old.engine[Symbol.asyncDispose]()).catch(() => {});
    this.retiring.add(retired);
    void retired.then(() => this.retiring.delete(retired));
  }

  /** Engines answer with typed errors; one that does not has come to grief in a way it did not foresee. */
  private failure(error: unknown, { backend }: Engine): unknown {
    if (error instanceof SeparableError) return error;
    return new ExecutionError(
      `backend '${backend}' failed while it ran graph '${this.graph.name}': ${String(error)}`,
      {
        cause: error,
        hint: 'switch the session to another backend with switchTo, or make a new one',
      },
    );
  }

  private assertUsable(): void {
    if (this.disposed) throw new DisposedError(`the session of graph '${this.graph.name}'`);
  }
}
