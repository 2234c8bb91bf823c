import { type DType, ExecutionError, type TensorData } from '@separable/core';

/** Bytes of a page. */
export const pageBytes = 65_536;

/** Pages that shared memory may have at most: 2 GiB, as much as can be addressed. */
const mostShared = 32_768;

const views = {
  float32: Float32Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
} as const;

/** The memory of one executable: weights, then the arena. It grows and never shrinks. */
export class LinearMemory {
  readonly memory: WebAssembly.Memory;

  /** @throws ExecutionError when the engine has no room */
  constructor(bytes: number, shared: boolean) {
    this.memory = make(pagesOf(bytes), shared);
  }

  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  /**
   * Grows to hold `bytes`. Views made before may be gone.
   *
   * @throws ExecutionError when the engine has no room
   */
  reserve(bytes: number): void {
    const missing = pagesOf(bytes) - this.bytes / pageBytes;
    if (missing <= 0) return;
    try {
      this.memory.grow(missing);
    } catch (cause) {
      throw noRoom(bytes, cause);
    }
  }

  /** The elements at an address; valid until memory grows. */
  view(dtype: DType, address: number, length: number): TensorData {
    return new views[dtype](this.memory.buffer as ArrayBuffer, address, length);
  }

  /** Copies elements to an address. */
  write(address: number, data: TensorData): void {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    new Uint8Array(this.memory.buffer).set(bytes, address);
  }

  /** A copy of the elements at an address, in memory of its own. */
  read(dtype: DType, address: number, length: number): TensorData {
    return this.view(dtype, address, length).slice();
  }
}

function pagesOf(bytes: number): number {
  return Math.ceil(bytes / pageBytes);
}

function make(initial: number, shared: boolean): WebAssembly.Memory {
  if (!shared) return attempt({ initial });
  try {
    return attempt({ initial, maximum: mostShared, shared });
  } catch (cause) {
    // Some engines reserve addresses for all that shared memory may become; where they cannot, less may
    // do. Each attempt makes them collect garbage, so there is one more only.
    const less = mostShared / 8;
    if (initial > less) throw cause;
    return attempt({ initial, maximum: less, shared });
  }
}

function attempt(descriptor: WebAssembly.MemoryDescriptor): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory(descriptor);
  } catch (cause) {
    throw noRoom(descriptor.initial * pageBytes, cause);
  }
}

function noRoom(bytes: number, cause: unknown): ExecutionError {
  return new ExecutionError(`no room for ${bytes} bytes of weights and intermediate tensors`, {
    cause,
    hint: 'run at a smaller size or batch, or dispose other sessions',
  });
}
