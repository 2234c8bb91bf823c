import type { Json } from '../file/json.js';

/** A result of a layer: of which layer, of which of its calls, which one. */
export interface TensorRef {
  readonly layer: string;
  readonly call: number;
  readonly result: number;
}

/** One layer of a model as model.json describes it. */
export interface LayerConfig {
  readonly name: string;
  readonly className: string;
  readonly config: Json;
  /** What the layer reads, once for each time it is called. */
  readonly calls: readonly (readonly TensorRef[])[];
  /** The layers inside, of a layer that is a model. */
  readonly inner: ModelConfig | undefined;
  readonly place: string;
}

/** A model as model.json describes it; a Sequential is a chain of calls. */
export interface ModelConfig {
  readonly layers: ReadonlyMap<string, LayerConfig>;
  readonly inputs: readonly TensorRef[];
  readonly outputs: readonly TensorRef[];
  readonly place: string;
}
