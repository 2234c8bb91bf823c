import { type DeviceTensor, DisposedError, type DType, type Tensor } from '@separable/core';
import type { Tensor as EngineTensor } from 'onnxruntime-web';
import type { Queue } from './queue.js';

/** What holds a tensor: runs on the same one may read it where it lies. */
export type Holder = object;

/** A tensor that stays where the engine made it. */
export class HeldTensor implements DeviceTensor {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly holder: Holder;
  private held: EngineTensor | undefined;
  private readonly queue: Queue;

  constructor(held: EngineTensor, holder: Holder, queue: Queue) {
    this.dtype = held.type as DType;
    this.shape = [...held.dims];
    this.holder = holder;
    this.held = held;
    this.queue = queue;
  }

  /** The engine's tensor, for another run to read. */
  get engineTensor(): EngineTensor {
    if (this.held === undefined) throw new DisposedError('device tensor');
    return this.held;
  }

  async read(): Promise<Tensor> {
    const { dtype, shape, engineTensor } = this;
    // Keeps what it downloads, so that reading again costs a copy only.
    const data = await this.queue.add(() => engineTensor.getData(), 'reading a device tensor');
    return { dtype, shape: [...shape], data: (data as Tensor['data']).slice() } as Tensor;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { held } = this;
    this.held = undefined;
    if (held !== undefined) await this.queue.add(async () => held.dispose(), 'disposing');
  }
}
