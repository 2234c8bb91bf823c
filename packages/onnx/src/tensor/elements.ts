import { elementTypeName, elementTypes } from '../proto/element-types.js';
import { errorAt } from '../proto/place.js';
import type { TensorProto } from '../proto/tensor-proto.js';
import { bfloat16Bits, float16Bits } from './float16.js';

/** Elements as the file has them, before any change of dtype. */
export type Elements =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/** How one element type is stored: raw, and in which typed field otherwise. */
interface Storage {
  readonly bytes: number;
  /** A view of raw little-endian bytes that start at offset 0 of their buffer. */
  readonly raw: (buffer: ArrayBuffer) => Elements;
  readonly field: (tensor: TensorProto) => Elements;
}

const {
  float,
  uint8,
  int8,
  uint16,
  int16,
  int32,
  int64,
  bool,
  float16,
  double,
  uint32,
  uint64,
  bfloat16,
} = elementTypes;

const storages: ReadonlyMap<number, Storage> = new Map<number, Storage>([
  [float, { bytes: 4, raw: (b) => new Float32Array(b), field: (t) => t.floatData }],
  [double, { bytes: 8, raw: (b) => new Float64Array(b), field: (t) => t.doubleData }],
  [int64, { bytes: 8, raw: (b) => new BigInt64Array(b), field: (t) => t.int64Data }],
  [uint64, { bytes: 8, raw: (b) => new BigUint64Array(b), field: (t) => t.uint64Data }],
  [
    uint32,
    {
      bytes: 4,
      raw: (b) => new Uint32Array(b),
      field: (t) => Uint32Array.from(t.uint64Data, Number),
    },
  ],
  [int32, { bytes: 4, raw: (b) => new Int32Array(b), field: (t) => t.int32Data }],
  [int16, { bytes: 2, raw: (b) => new Int16Array(b), field: (t) => Int16Array.from(t.int32Data) }],
  [int8, { bytes: 1, raw: (b) => new Int8Array(b), field: (t) => Int8Array.from(t.int32Data) }],
  [
    uint16,
    { bytes: 2, raw: (b) => new Uint16Array(b), field: (t) => Uint16Array.from(t.int32Data) },
  ],
  [uint8, { bytes: 1, raw: (b) => new Uint8Array(b), field: (t) => Uint8Array.from(t.int32Data) }],
  [bool, { bytes: 1, raw: (b) => new Uint8Array(b), field: (t) => Uint8Array.from(t.int32Data) }],
  [
    float16,
    { bytes: 2, raw: (b) => float16Bits(new Uint16Array(b)), field: (t) => float16Bits(halves(t)) },
  ],
  [
    bfloat16,
    {
      bytes: 2,
      raw: (b) => bfloat16Bits(new Uint16Array(b)),
      field: (t) => bfloat16Bits(halves(t)),
    },
  ],
]);

/** Half floats in a typed field stand as their bits. */
function halves(tensor: TensorProto): Uint16Array {
  return Uint16Array.from(tensor.int32Data);
}

/** Number of elements that the dimensions ask for. */
export function elementCount(tensor: TensorProto): number {
  const count = tensor.dims.reduce((a, b) => a * b, 1);
  if (!Number.isSafeInteger(count)) {
    throw errorAt(
      tensor.place,
      `a tensor of shape [${tensor.dims.join(', ')}] has over 2^53 elements`,
    );
  }
  return count;
}

/** Bytes that the elements take as raw data. */
export function byteLength(tensor: TensorProto): number {
  return elementCount(tensor) * storageOf(tensor).bytes;
}

function storageOf(tensor: TensorProto): Storage {
  const storage = storages.get(tensor.dataType);
  if (storage !== undefined) return storage;
  const supported = [...storages.keys()].map(elementTypeName).join(', ');
  throw errorAt(
    tensor.place,
    `tensors of ${elementTypeName(tensor.dataType)} are not supported; ${supported} are`,
  );
}

/**
 * The elements of a tensor, checked against its dimensions before anything is allocated.
 *
 * @param bytes contents of the external file, for a tensor that has one
 * @throws ImportError when the element type has no place in a graph or the counts differ
 */
export function elementsOf(
  tensor: TensorProto,
  bytes: Uint8Array | undefined = tensor.rawData,
): Elements {
  const name = elementTypeName(tensor.dataType);
  const storage = storageOf(tensor);
  const count = elementCount(tensor);
  const shape = `[${tensor.dims.join(', ')}]`;
  if (bytes !== undefined) {
    const wanted = count * storage.bytes;
    if (bytes.byteLength !== wanted) {
      throw errorAt(
        tensor.place,
        `a ${name} tensor of shape ${shape} needs ${wanted} bytes of data, got ${bytes.byteLength}`,
      );
    }
    return storage.raw(new Uint8Array(bytes).buffer);
  }
  const elements = storage.field(tensor);
  if (elements.length !== count) {
    throw errorAt(
      tensor.place,
      `a ${name} tensor of shape ${shape} needs ${count} elements, got ${elements.length}`,
    );
  }
  return elements;
}
