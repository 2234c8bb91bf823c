import {
  allocate,
  type Backend,
  type CompileOptions,
  DisposedError,
  type Executable,
  type Graph,
  isOpName,
  type Node,
  operandsOf,
  type Support,
  type Tensor,
  UnsupportedOpError,
} from '@separable/core';
import { exportOnnx, exportProblems } from '@separable/onnx';
import type { InferenceSession } from 'onnxruntime-web';
import type { Runtime } from './engine/runtime.js';
import { directOutputs } from './lowering/direct-outputs.js';
import type { Device } from './provider/execution-provider.js';
import { OrtExecutable } from './run/executable.js';
import { failureOf } from './run/failure.js';
import { aborted } from './run/queue.js';

/** A device of onnxruntime-web. */
export class OrtBackend implements Backend {
  readonly name: string;
  readonly device: string;
  private readonly runtime: Runtime;
  private readonly taken: Device;
  private disposed = false;

  constructor(name: string, runtime: Runtime, taken: Device) {
    this.name = name;
    this.device = taken.description;
    this.runtime = runtime;
    this.taken = taken;
  }

  support(node: Node, graph: Graph): Support {
    this.assertAlive();
    const reason = this.reasonAgainst(node, graph);
    return reason === undefined ? { native: true } : { native: false, reason };
  }

  async compile(graph: Graph, options: CompileOptions = {}): Promise<Executable> {
    this.assertAlive();
    const { signal, onProgress } = options;
    const what = `compiling '${graph.name}'`;
    if (signal?.aborted === true) throw aborted(what, signal);
    this.refuseUnsupported(graph);
    const { computed, outputs } = directOutputs(graph);
    const { runtime, taken: device } = this;
    let session: InferenceSession | undefined;
    if (computed.outputs.length > 0) {
      const model = exportOnnx(computed, device.lowering);
      onProgress?.(0.2);
      session = await runtime.queue.add(
        () => this.open(model, graph),
        what,
        signal,
        (late) => void late.release(),
      );
    }
    onProgress?.(1);
    const { planLimit = 8 } = options;
    const [types, weights] = [withoutData(graph), bytesOfConstants(computed)];
    return new OrtExecutable({ runtime, device, types, outputs, session, weights, planLimit });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.disposed) return;
    this.disposed = true;
    await this.runtime.queue.idle();
    await this.taken[Symbol.asyncDispose]();
  }

  private async open(model: Uint8Array, graph: Graph): Promise<InferenceSession> {
    this.assertAlive();
    const { InferenceSession } = this.runtime.onnxruntime;
    try {
      return await InferenceSession.create(model, this.taken.sessionOptions());
    } catch (cause) {
      const failure = failureOf(`compiling '${graph.name}'`, cause, this.taken);
      // A node alone may need no size that it needs among others, in another layout.
      if (!failure.message.includes('assigned to the default CPU EP')) throw failure;
      const reason = 'onnxruntime places a part of the graph on the CPU, such as sizes of symbols';
      const nodes = graph.nodes.map(({ name, op }) => ({ node: name, op, reason }));
      throw new UnsupportedOpError(
        `backend ${this.name} cannot run graph '${graph.name}':`,
        nodes,
        {
          cause,
          hint: 'give the graph concrete sizes, for instance with bindGraph',
        },
      );
    }
  }

  private reasonAgainst(node: Node, graph: Graph): string | undefined {
    if (!isOpName(node.op)) return `${this.name} has never heard of ${node.op}`;
    return exportProblems(node, graph) ?? this.taken.reasonAgainst(node, graph);
  }

  private refuseUnsupported(graph: Graph): void {
    const refused = graph.nodes.flatMap((node) => {
      const reason = this.reasonAgainst(node, graph);
      return reason === undefined ? [] : [{ node: node.name, op: node.op, reason }];
    });
    if (refused.length === 0) return;
    throw new UnsupportedOpError(
      `backend ${this.name} cannot run graph '${graph.name}':`,
      refused,
      {
        hint: 'decompose derived ops before compiling, as sessions do',
      },
    );
  }

  private assertAlive(): void {
    if (this.disposed) throw new DisposedError(`backend ${this.name}`);
  }
}

function withoutData(graph: Graph): Graph {
  const constants = new Map<string, Tensor>();
  for (const [name, { dtype, shape }] of graph.constants) {
    constants.set(name, { dtype, shape, data: allocate(dtype, 0) });
  }
  return { ...graph, constants };
}

function bytesOfConstants({ nodes, constants }: Graph): number {
  const read = new Set(nodes.flatMap(operandsOf));
  let bytes = 0;
  for (const [name, { data }] of constants) if (read.has(name)) bytes += data.byteLength;
  return bytes;
}
