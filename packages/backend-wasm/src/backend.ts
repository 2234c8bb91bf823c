import {
  type Backend,
  type CompileOptions,
  DisposedError,
  type Executable,
  type Graph,
  type Node,
  type Support,
} from '@separable/core';
import type { PlanOptions } from './compiler/plan-graph.js';
import { prepareGraph } from './compiler/prepare-graph.js';
import { reasonAgainst } from './kernel-table.js';
import { LinearMemory } from './memory/linear-memory.js';
import { crew } from './runtime/crew/crew.js';
import { mayBlockHere } from './runtime/crew/threads.js';
import { WasmExecutable } from './runtime/executable.js';

/** The backend that writes WebAssembly for each graph. */
export class WasmBackend implements Backend {
  readonly name = 'wasm';
  readonly device: string;
  private readonly running: PlanOptions;
  private disposed = false;

  constructor(device: string, running: PlanOptions) {
    this.device = device;
    this.running = running;
    if (running.threads > 1) crew.join(workersFor(running.threads));
  }

  support(node: Node, graph: Graph): Support {
    this.assertAlive();
    const reason = reasonAgainst(node, graph);
    return reason === undefined ? { native: true } : { native: false, reason };
  }

  async compile(graph: Graph, options: CompileOptions = {}): Promise<Executable> {
    this.assertAlive();
    const { prepared, weights } = await prepareGraph(graph, options);
    const memory = await memoryFor(prepared.end, this.running.threads > 1);
    return new WasmExecutable(prepared, weights, this.running, memory, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.disposed) return;
    this.disposed = true;
    if (this.running.threads > 1) crew.leave();
  }

  private assertAlive(): void {
    if (this.disposed) throw new DisposedError('backend wasm');
  }
}

/** Memory of its own; workers that have forgotten others make room for it. */
async function memoryFor(bytes: number, shared: boolean): Promise<LinearMemory> {
  try {
    return new LinearMemory(bytes, shared);
  } catch {
    await crew.renew();
    return new LinearMemory(bytes, shared);
  }
}

/** Workers beside this thread, which takes part where it may block. */
function workersFor(threads: number): number {
  return threads - Number(mayBlockHere());
}
