import { type DeviceTensor, DisposedError, type DType, type Tensor } from '@separable/core';

/** A tensor that stayed with the backend. Its memory is the caller's kind of memory. */
export class HostTensor implements DeviceTensor {
  readonly dtype: DType;
  readonly shape: readonly number[];
  private held: Tensor | undefined;

  constructor(tensor: Tensor) {
    this.dtype = tensor.dtype;
    this.shape = tensor.shape;
    this.held = tensor;
  }

  /** The elements themselves, for another run to copy from. */
  get tensor(): Tensor {
    if (this.held === undefined) throw new DisposedError('device tensor');
    return this.held;
  }

  async read(): Promise<Tensor> {
    const { dtype, shape, data } = this.tensor;
    return { dtype, shape: [...shape], data: data.slice() } as Tensor;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.held = undefined;
  }
}
