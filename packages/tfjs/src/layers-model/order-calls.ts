import { errorAt, quote } from '../file/place.js';
import type { LayerConfig, ModelConfig, TensorRef } from './layer-config.js';

/** One call of a layer. */
export interface LayerCall {
  /** What {@link callKey} makes of references to it. */
  readonly key: string;
  readonly layer: LayerConfig;
  readonly inputs: readonly TensorRef[];
}

/** Keras numbers the calls of a model from 1: number 0 is the model's own making. */
function callNumber({ inner }: LayerConfig, written: number): number {
  return inner === undefined || written === 0 ? written : written - 1;
}

/**
 * Names a call: the same text for every reference to it.
 *
 * @throws ImportError when the model has no such layer or call
 */
export function callKey(model: ModelConfig, { layer: name, call: written }: TensorRef): string {
  const layer = model.layers.get(name);
  if (layer === undefined) {
    throw errorAt(model.place, `a layer reads ${quote(name)}, which is no layer of the model`);
  }
  const call = callNumber(layer, written);
  // An input layer is never called, and made once.
  const count = Math.max(1, layer.calls.length);
  if (call < 0 || call >= count) {
    const text = `call ${written} of layer ${quote(name)} is read, which has ${count}`;
    throw errorAt(model.place, text);
  }
  return `${call}/${name}`;
}

/**
 * The calls that a model's outputs hang on, each behind those it reads.
 *
 * @throws ImportError when a layer is missing, or calls hang on themselves
 */
export function orderCalls(model: ModelConfig): readonly LayerCall[] {
  const order: LayerCall[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const stack: { readonly ref: TensorRef; entered: boolean }[] = model.outputs.map((ref) => ({
    ref,
    entered: false,
  }));
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const key = callKey(model, top.ref);
    const layer = model.layers.get(top.ref.layer)!;
    const inputs = layer.calls[callNumber(layer, top.ref.call)] ?? [];
    if (top.entered) {
      stack.pop();
      if (state.get(key) === 'open') order.push({ key, layer, inputs });
      state.set(key, 'done');
      continue;
    }
    top.entered = true;
    if (state.get(key) === 'done') {
      stack.pop();
      continue;
    }
    if (state.get(key) === 'open') {
      throw errorAt(layer.place, `layer ${quote(layer.name)} hangs on its own result in a cycle`);
    }
    state.set(key, 'open');
    for (const ref of inputs) stack.push({ ref, entered: false });
  }
  return order;
}
