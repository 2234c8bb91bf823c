import { allocate, type DeviceTensor, type DType, type Tensor } from '@separable/core';
import type { Tensor as EngineTensor } from 'onnxruntime-web';
import type { Onnxruntime } from '../engine/build.js';
import { type Holder, HeldTensor } from './held-tensor.js';
import type { OutputType } from './output-types.js';

/** A tensor as the engine takes it; the elements are not copied. */
export function engineTensor(
  { Tensor }: Onnxruntime,
  { dtype, shape, data }: Tensor,
): EngineTensor {
  return new Tensor(dtype, data, shape);
}

/** A tensor without elements. */
export function emptyTensor({ Tensor }: Onnxruntime, { dtype, shape }: OutputType): EngineTensor {
  return new Tensor(dtype, allocate(dtype, 0), shape);
}

/** Whether an input lies on a device other than the holder's. */
export function isElsewhere(given: Tensor | DeviceTensor, holder: Holder): boolean {
  return 'read' in given && !(given instanceof HeldTensor && given.holder === holder);
}

/** The inputs, those that lie on other devices read from there. */
export async function brought(
  inputs: Readonly<Record<string, Tensor | DeviceTensor>>,
  holder: Holder,
): Promise<Readonly<Record<string, Tensor | DeviceTensor>>> {
  const here: [string, Tensor | DeviceTensor][] = [];
  for (const [name, given] of Object.entries(inputs)) {
    here.push([name, isElsewhere(given, holder) ? await (given as DeviceTensor).read() : given]);
  }
  return Object.fromEntries(here);
}

/** An operand of a run. */
export function operand(onnxruntime: Onnxruntime, given: Tensor | DeviceTensor): EngineTensor {
  return given instanceof HeldTensor
    ? given.engineTensor
    : engineTensor(onnxruntime, given as Tensor);
}

/** Another tensor of the same elements, off the device. */
export async function copied({ Tensor }: Onnxruntime, source: EngineTensor): Promise<EngineTensor> {
  const data = (await source.getData()) as Tensor['data'];
  return new Tensor(source.type as DType, data.slice(), source.dims);
}

/** The elements of a result, which the engine gives away. */
export async function taken(result: EngineTensor): Promise<Tensor> {
  const data = await result.getData(true);
  return { dtype: result.type, shape: [...result.dims], data } as Tensor;
}
