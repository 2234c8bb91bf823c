import { described } from '../errors/described.js';
import { GraphError, ImportError } from '../errors/errors.js';
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
const metadataName = '__metadata__';
const headerLimit = 100_000_000;

/**
 * Writes the safetensors format: 8 bytes of header length, a JSON header padded to 8 bytes, then the
 * data, little-endian and without gaps. Wide dtypes come first, so that every tensor is aligned.
 *
 * Source: the safetensors format description, huggingface/safetensors README.
 *
 * @throws GraphError when a tensor has the name the format keeps for metadata
 */
export function writeSafetensors({ tensors, metadata }: SafetensorsFile): Uint8Array {
  const entries = [...tensors].sort(
    ([, a], [, b]) => bytesPerElement(b.dtype) - bytesPerElement(a.dtype),
  );
  if (tensors.has(metadataName)) {
    throw new GraphError(`safetensors: a tensor cannot be named '${metadataName}'`);
  }
  const header: Record<string, unknown> = { [metadataName]: metadata };
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
  if (!(file instanceof Uint8Array) || file.length < 8) {
    throw new ImportError(`safetensors: expected a file's bytes, got ${file?.length} of them`, {
      hint: 'pass the whole file as a Uint8Array',
    });
  }
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  if (length > headerLimit || 8 + length > file.length) {
    throw new ImportError(
      `safetensors: the header claims ${length} bytes, the file has ${file.length - 8} after its length`,
    );
  }
  const header = parseHeader(file.subarray(8, 8 + length));
  const { [metadataName]: metadata = {}, ...entries } = header;
  if (!isRecord(metadata) || Object.values(metadata).some((text) => typeof text !== 'string')) {
    throw new ImportError('safetensors: __metadata__ is not a record of texts');
  }
  const places = Object.entries(entries).map(([name, entry]) => readPlace(name, entry));
  const data = file.subarray(8 + length);
  checkTiling(places, data.length);
  return {
    tensors: new Map(places.map((place) => [place.name, readTensor(place, data)])),
    metadata: metadata as Readonly<Record<string, string>>,
  };
}

/** Where a tensor's bytes lie. */
interface Place {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/** Tensors share no bytes and leave none, so what is read is never larger than the file. */
function checkTiling(places: readonly Place[], length: number): void {
  let at = 0;
  for (const { name, begin, end } of places.toSorted(
    (a, b) => a.begin - b.begin || a.end - b.end,
  )) {
    if (begin !== at || end < begin || end > length) {
      throw new ImportError(
        `safetensors: tensor '${name}' lies at ${begin} to ${end}, expected it from ${at} on within ${length} bytes`,
      );
    }
    at = end;
  }
  if (at !== length) {
    throw new ImportError(`safetensors: no tensor takes the last ${length - at} bytes`);
  }
}

function parseHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ImportError('safetensors: the header is not JSON', { cause });
  }
  if (!isRecord(header)) throw new ImportError('safetensors: the header is not an object');
  return header;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readPlace(name: string, entry: unknown): Place {
  const { dtype: code, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  const dtype = dtypeOf.get(code);
  if (dtype === undefined) {
    throw new ImportError(`safetensors: tensor '${name}' has the dtype ${described(code)}`, {
      hint: 'F32, I32, U8 and BOOL can be read',
    });
  }
  if (!isSizes(shape) || !isSizes(offsets) || offsets.length !== 2) {
    throw new ImportError(`safetensors: tensor '${name}' has no valid shape and data_offsets`);
  }
  const [begin, end] = offsets as [number, number];
  if (end - begin !== sizeOf(shape) * bytesPerElement(dtype)) {
    throw new ImportError(
      `safetensors: tensor '${name}' of ${dtype} [${shape.join(', ')}] lies at ${begin} to ${end}`,
    );
  }
  return { name, dtype, shape, begin, end };
}

function readTensor({ name, dtype, shape, begin, end }: Place, data: Uint8Array): Tensor {
  const tensor = { dtype, shape, data: allocate(dtype, sizeOf(shape)) };
  const bytes = bytesOf(tensor);
  bytes.set(data.subarray(begin, end));
  if (dtype === 'bool' && bytes.some((byte) => byte > 1)) {
    throw new ImportError(`safetensors: tensor '${name}' of bool holds more than 0 and 1`);
  }
  return tensor;
}

function isSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}
