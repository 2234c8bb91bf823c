import type { Backend, Executable, MemoryUse } from '../../backend/contract.js';
import { bindSymbols } from '../../graph/bind.js';
import type { Graph } from '../../graph/graph.js';
import type { Bindings } from '../../shape/dimension.js';
import type { SessionOptions } from '../session-options.js';
import { compileOn } from '../engine.js';

interface Sized {
  readonly executable: Promise<Executable>;
  made?: Executable;
  users: number;
}

/** Executables for so many sizes are kept; the one used longest ago goes first. */
const limit = 4;

/** An executable for each size, made when it is first needed. */
export class SizedExecutables implements AsyncDisposable {
  private readonly backend: Backend;
  private readonly graph: Graph;
  private readonly passes: SessionOptions['passes'];
  private readonly sized = new Map<string, Sized>();

  constructor(backend: Backend, graph: Graph, passes: SessionOptions['passes']) {
    this.backend = backend;
    this.graph = graph;
    this.passes = passes;
  }

  async use<T>(sizes: Bindings, work: (executable: Executable) => Promise<T>): Promise<T> {
    const key = [...sizes].join();
    const entry: Sized = this.sized.get(key) ?? { executable: this.compile(sizes), users: 0 };
    // Put last, as the one used most recently.
    this.sized.delete(key);
    this.sized.set(key, entry);
    entry.users++;
    try {
      entry.made = await entry.executable;
      return await work(entry.made);
    } finally {
      entry.users--;
      await this.evict();
    }
  }

  memory(): readonly MemoryUse[] {
    return [...this.sized.values()].flatMap(({ made }) => made?.memory() ?? []);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const all = [...this.sized.values()];
    this.sized.clear();
    await Promise.all(all.map(dispose));
  }

  private async compile(sizes: Bindings): Promise<Executable> {
    const options = { backends: [], ...(this.passes && { passes: this.passes }) };
    const { executable } = await compileOn(this.backend, bindSymbols(this.graph, sizes), options);
    return executable;
  }

  private async evict(): Promise<void> {
    const idle = [...this.sized].filter(([, { users }]) => users === 0);
    const surplus = idle.slice(0, Math.max(0, this.sized.size - limit));
    for (const [key] of surplus) this.sized.delete(key);
    await Promise.all(surplus.map(([, entry]) => dispose(entry)));
  }
}

/** One whose compilation failed has nothing to give back. */
async function dispose({ executable }: Sized): Promise<void> {
  const made = await executable.catch(() => undefined);
  await made?.[Symbol.asyncDispose]();
}
