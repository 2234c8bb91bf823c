import {
  type Backend,
  type CompileOptions,
  DisposedError,
  type Executable,
  type Graph,
  type Node,
  type Support,
} from '@separable/core';
import { reasonAgainst } from './kernel-table.js';
import { JsExecutable } from './run/executable.js';
import { prepareGraph } from './run/prepare-graph.js';

/** What computes, in a person's words. */
export const device = 'CPU, plain JavaScript';

/** The backend that runs kernels written in plain TypeScript on the caller's thread. */
export class JsBackend implements Backend {
  readonly name = 'js';
  readonly device: string = device;
  private disposed = false;

  support(node: Node, graph: Graph): Support {
    this.assertAlive();
    const reason = reasonAgainst(node, graph);
    return reason === undefined ? { native: true } : { native: false, reason };
  }

  async compile(graph: Graph, options: CompileOptions = {}): Promise<Executable> {
    this.assertAlive();
    return new JsExecutable(await prepareGraph(graph, options), options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.disposed = true;
  }

  private assertAlive(): void {
    if (this.disposed) throw new DisposedError('backend js');
  }
}
