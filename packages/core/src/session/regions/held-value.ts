import type { DeviceTensor } from '../../backend/contract.js';
import type { Tensor } from '../../data/tensor.js';
import { DisposedError } from '../../errors/errors.js';

/** A value while a run is under way: with the caller, on a device, or both. */
export interface Held {
  /** The caller's own tensor. */
  readonly given?: Tensor;
  /** The backend it lies on, by its place in the caller's list. */
  readonly home?: number;
  readonly onDevice?: DeviceTensor;
  /** Copies it to the caller, once. */
  read(): Promise<Tensor>;
}

/** A device tensor that the caller passes in may be of any backend, so it is read. */
export function heldByCaller(given: Tensor | DeviceTensor): Held {
  if (!('read' in given)) return { given, read: async () => given };
  let copied: Promise<Tensor> | undefined;
  return { read: () => (copied ??= given.read()) };
}

export function heldOnDevice(home: number, onDevice: DeviceTensor): Held {
  let copied: Promise<Tensor> | undefined;
  return { home, onDevice, read: () => (copied ??= onDevice.read()) };
}

/** A tensor of the caller's memory as a device tensor whose reading costs nothing. */
export function onHost(tensor: Tensor): DeviceTensor {
  const { dtype, shape } = tensor;
  let disposed = false;
  return {
    dtype,
    shape,
    async read() {
      if (disposed) throw new DisposedError('a device tensor');
      return tensor;
    },
    async [Symbol.asyncDispose]() {
      disposed = true;
    },
  };
}
