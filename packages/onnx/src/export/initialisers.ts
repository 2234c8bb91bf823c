import type { DType, Tensor } from '@separable/core';
import type { ElementTypeName } from '../proto/element-types.js';
import { makeTensor } from '../proto/make.js';
import type { TensorProto } from '../proto/tensor-proto.js';
import { permute } from '../tensor/permute.js';
import type { Names } from './names.js';
import { isPlain, type Order } from './order.js';

/** ONNX's names of the graph's dtypes. */
export const elementTypeOf: Readonly<Record<DType, ElementTypeName>> = {
  float32: 'float',
  int32: 'int32',
  uint8: 'uint8',
  bool: 'bool',
};

/** The constants of the model. Small ones that are equal are one. */
export class Initialisers {
  readonly list: TensorProto[] = [];
  private readonly names: Names;
  private readonly known = new Map<string, string>();
  private readonly arrangements = new WeakMap<Tensor, Map<string, string>>();

  private readonly lays: boolean;

  /** @param lays whether weights are laid out anew; a trial, whose model is thrown away, does without */
  constructor(names: Names, lays: boolean) {
    this.names = names;
    this.lays = lays;
  }

  /** A tensor of the graph; its data is not copied. */
  tensor(wish: string, { dtype, shape, data }: Tensor): string {
    const { buffer, byteOffset, byteLength } = data;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    return this.add(wish, elementTypeOf[dtype], shape as readonly number[], bytes);
  }

  /** A tensor of the graph with its axes in another order, then under another shape; once each. */
  arranged(wish: string, tensor: Tensor, order: Order, shape?: readonly number[]): string {
    const key = `${order.join()} ${shape?.join()}`;
    const known = this.arrangements.get(tensor) ?? new Map<string, string>();
    this.arrangements.set(tensor, known);
    let name = known.get(key);
    if (name !== undefined) return name;
    const moved = isPlain(order) || !this.lays ? tensor : permute(tensor, order);
    name = this.tensor(wish, shape === undefined ? moved : { ...moved, shape });
    known.set(key, name);
    return name;
  }

  int64s(values: readonly number[], dims: readonly number[] = [values.length]): string {
    return this.once(`int64 [${dims.join()}] ${values.join()}`, () => {
      const data = BigInt64Array.from(values, BigInt);
      return this.add('sizes', 'int64', dims, new Uint8Array(data.buffer));
    });
  }

  floats(values: readonly number[], dims: readonly number[] = [values.length]): string {
    const data = Float32Array.from(values);
    const bytes = new Uint8Array(data.buffer);
    return this.once(`float [${dims.join()}] ${bytes.join()}`, () => {
      return this.add('numbers', 'float', dims, bytes);
    });
  }

  double(value: number): string {
    return this.once(`double ${value}`, () => {
      return this.add('number', 'double', [], new Uint8Array(Float64Array.of(value).buffer));
    });
  }

  /** A constant without axes. */
  scalar(dtype: DType, value: number): string {
    if (dtype === 'float32') return this.floats([value], []);
    return this.once(`${dtype} ${value}`, () => {
      const data = dtype === 'int32' ? Int32Array.of(value) : Uint8Array.of(value);
      return this.add('number', elementTypeOf[dtype], [], new Uint8Array(data.buffer));
    });
  }

  private once(key: string, make: () => string): string {
    let name = this.known.get(key);
    if (name === undefined) this.known.set(key, (name = make()));
    return name;
  }

  private add(
    wish: string,
    type: ElementTypeName,
    dims: readonly number[],
    bytes: Uint8Array,
  ): string {
    const name = this.names.fresh(wish);
    this.list.push(makeTensor(type, dims, { name, rawData: bytes }));
    return name;
  }
}
