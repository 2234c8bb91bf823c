import { ImportError } from '../errors/errors.js';
import { allocate, bytesPerElement, type DType } from './dtype.js';
import { bytesOf, sizeOf, type Tensor } from './tensor.js';

/** A safetensors file in memory: named tensors and text metadata. */
export interface SafetensorsFile {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

const codeOf = { float32: 'F32', int32: 'I32', uint8: 'U8', bool: 'BOOL' } as const;
const dtypeOf = new Map<unknown, DType>(
  Object.entries(codeOf).map(([dtype, code]) => [code, dtype as DType]),
);
const headerLimit = 100_000_000;

/**
 * Writes the safetensors format: 8 bytes of header length, a JSON header padded to 8 bytes, then the
 * data, little-endian and without gaps. Wide dtypes come first, so that every tensor is aligned.
 *
 * Source: the safetensors format description, huggingface/safetensors README.
 */
export function writeSafetensors({ tensors, metadata }: SafetensorsFile): Uint8Array {
  const entries = [...tensors].sort(
    ([, a], [, b]) => bytesPerElement(b.dtype) - bytesPerElement(a.dtype),
  );
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const [name, { dtype, shape, data }] of entries) {
    const begin = end;
    end += data.byteLength;
    define(header, name, { dtype: codeOf[dtype], shape, data_offsets: [begin, end] });
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(start + end).fill(0x20, 8, start);
  new DataView(file.buffer).setBigUint64(0, BigInt(start - 8), true);
  file.set(text, 8);
  let at = start;
  for (const [, tensor] of entries) {
    file.set(bytesOf(tensor), at);
    at += tensor.data.byteLength;
  }
  return file;
}

/** `__proto__` as a tensor name must stay a name. */
function define(record: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true });
}

/**
 * Reads a safetensors file; tensors are copies.
 *
 * @throws ImportError naming the tensor, when lengths, offsets, dtypes or the header are not right
 */
export function readSafetensors(file: Uint8Array): SafetensorsFile {
  if (file.length < 8) throw new ImportError(`safetensors: ${file.length} bytes are no file`);
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  if (length > headerLimit || 8 + length > file.length) {
    throw new ImportError(
      `safetensors: the header claims ${length} bytes, the file has ${file.length - 8} after its length`,
    );
  }
  const header = parseHeader(file.subarray(8, 8 + length));
  const data = file.subarray(8 + length);
  const tensors = new Map<string, Tensor>();
  let metadata: Readonly<Record<string, string>> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') metadata = entry as Readonly<Record<string, string>>;
    else tensors.set(name, readTensor(name, entry, data));
  }
  return { tensors, metadata };
}

function parseHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ImportError('safetensors: the header is not JSON', { cause });
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header)) {
    throw new ImportError('safetensors: the header is not an object');
  }
  return header as Readonly<Record<string, unknown>>;
}

function readTensor(name: string, entry: unknown, data: Uint8Array): Tensor {
  const { dtype: code, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  const dtype = dtypeOf.get(code);
  if (dtype === undefined) {
    throw new ImportError(`safetensors: tensor '${name}' has the dtype ${JSON.stringify(code)}`, {
      hint: 'F32, I32, U8 and BOOL can be read',
    });
  }
  if (!isSizes(shape) || !isSizes(offsets) || offsets.length !== 2) {
    throw new ImportError(`safetensors: tensor '${name}' has no valid shape and data_offsets`);
  }
  const [begin, end] = offsets as [number, number];
  const size = sizeOf(shape);
  if (begin > end || end > data.length || end - begin !== size * bytesPerElement(dtype)) {
    throw new ImportError(
      `safetensors: tensor '${name}' of shape [${shape.join(', ')}] lies at ${begin} to ${end} of ${data.length} bytes`,
    );
  }
  const elements = allocate(dtype, size);
  const tensor: Tensor = { dtype, shape: [...shape], data: elements };
  bytesOf(tensor).set(data.subarray(begin, end));
  return tensor;
}

function isSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}
