import { allocate, type DType, dtypes, sizeOf, type Tensor } from '@separable/core';
import { FileError } from '../errors.js';

/**
 * Reads a tensor from JSON: nested arrays, which take the dtype given, or
 * `{ "dtype", "shape", "data" }` with the numbers in row-major order. `"NaN"`, `"Infinity"` and
 * `"-Infinity"` stand for the numbers that JSON lacks.
 *
 * @throws FileError naming the place of what does not fit
 */
export function readJsonTensor(bytes: Uint8Array, wanted: DType): Tensor {
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fromNested(value, wanted);
  const { dtype = wanted, shape, data } = value as Readonly<Record<string, unknown>>;
  if (!dtypes.includes(dtype as DType)) {
    throw new FileError(
      `"dtype" must be one of ${dtypes.join(', ')}, got ${JSON.stringify(dtype)}`,
    );
  }
  const nested = fromNested(data, dtype as DType, '"data"');
  if (shape === undefined) return nested;
  const isShape = Array.isArray(shape) && shape.every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!isShape)
    throw new FileError(`"shape" must be a list of sizes, got ${JSON.stringify(shape)}`);
  if (sizeOf(shape as number[]) !== nested.data.length) {
    throw new FileError(
      `"shape" [${shape.join(', ')}] needs ${sizeOf(shape as number[])} numbers, "data" has ${nested.data.length}`,
    );
  }
  return { ...nested, shape: shape as number[] };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FileError(`this is not JSON: ${(cause as Error).message}`, { cause });
  }
}

function fromNested(value: unknown, dtype: DType, root = 'the value'): Tensor {
  const shape: number[] = [];
  for (let level = value; Array.isArray(level); level = level[0]) shape.push(level.length);
  const data = allocate(dtype, sizeOf(shape));
  let filled = 0;
  const visit = (part: unknown, axis: number, path: string): void => {
    if (axis === shape.length) data[filled++] = numberAt(part, dtype, path);
    else if (Array.isArray(part) && part.length === shape[axis]) {
      part.forEach((inner, i) => visit(inner, axis + 1, `${path}[${i}]`));
    } else throw new FileError(`${path} must be a list of ${shape[axis]}, as its neighbours are`);
  };
  visit(value, 0, root);
  return { dtype, shape, data };
}

const words: Readonly<Record<string, number>> = { NaN, Infinity, '-Infinity': -Infinity };

const ranges: Readonly<Record<DType, readonly [least: number, most: number]>> = {
  float32: [-Infinity, Infinity],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint8: [0, 255],
  bool: [0, 1],
};

function numberAt(value: unknown, dtype: DType, path: string): number {
  const number =
    typeof value === 'boolean' ? Number(value) : typeof value === 'string' ? words[value] : value;
  const [least, most] = ranges[dtype];
  const fits =
    typeof number === 'number' &&
    (dtype === 'float32' || (Number.isInteger(number) && number >= least && number <= most));
  if (!fits)
    throw new FileError(`${path} is ${JSON.stringify(value) ?? 'missing'}, which is no ${dtype}`);
  return number;
}
