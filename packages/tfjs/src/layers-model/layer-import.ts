import type { GraphBuilder, Tensor, Value } from '@separable/core';
import type { Json } from '../file/json.js';
import { errorAt, quote } from '../file/place.js';
import { Unsupported } from '../unsupported.js';
import type { Weights } from '../weights/weights.js';
import type { LayerConfig } from './layer-config.js';
import { weightName } from './weight-name.js';

/** What all layers of one import share. */
export interface LayersContext {
  readonly g: GraphBuilder;
  readonly weights: Weights;
  /** Constants of the graph by weight and form, so that a layer called twice has them once. */
  readonly constants: Map<string, Value>;
}

/** One layer while it is lowered: its config, its weights, names for nodes. */
export class LayerImport {
  readonly g: GraphBuilder;
  readonly config: Json;
  /** Names of the models around it, outermost first, and its own. */
  readonly path: readonly string[];
  readonly place: string;
  private readonly context: LayersContext;

  constructor(context: LayersContext, layer: LayerConfig, path: readonly string[]) {
    this.g = context.g;
    this.context = context;
    this.config = layer.config;
    this.place = layer.place;
    this.path = path;
  }

  /** A name for a node of the graph: the layer, or a step on the way to its result. */
  name(step?: string): string {
    const base = this.path.join('/');
    return step === undefined ? base : `${base}/${step}`;
  }

  /** Whether the layer has a weight of its own, such as a bias. */
  uses(flag: string, fallback = true): boolean {
    return this.config.get(flag).flag(fallback);
  }

  /**
   * A weight as a constant of the graph.
   *
   * @param form gives it another layout, named for what it makes of it
   * @throws ImportError when the file has no such weight
   */
  weight(
    part: string,
    form?: { readonly name: string; readonly make: (t: Tensor) => Tensor },
  ): Value {
    const { g, weights, constants } = this.context;
    const found = weightName(weights, this.path, part);
    if (found === undefined) {
      throw errorAt(this.place, `layer ${quote(this.path.at(-1)!)} has no weight ${quote(part)}`);
    }
    const key = `${form?.name ?? ''} ${found}`;
    let constant = constants.get(key);
    if (constant === undefined) {
      const tensor = weights.get(found)!;
      constant = g.constant(found, form === undefined ? tensor : form.make(tensor));
      constants.set(key, constant);
    }
    return constant;
  }

  /** @throws Unsupported for a layer that keeps channels before rows and columns */
  requireChannelsLast(): void {
    const format = this.config.get('data_format').text('channels_last');
    if (format !== 'channels_last') throw new Unsupported(`its data_format is ${quote(format)}`);
  }

  /** A setting for rows and columns; one number stands for both. */
  pair(key: string, fallback?: readonly [number, number]): readonly [number, number] {
    const json = this.config.get(key);
    if (json.isAbsent && fallback !== undefined) return fallback;
    if (typeof json.value === 'number') return [json.integer(), json.integer()];
    const list = json.integers();
    if (list.length !== 2) throw json.expected('an integer or two');
    return [list[0]!, list[1]!];
  }

  /** A setting for one axis; a list of one number is that number. */
  single(key: string, fallback?: number): number {
    const json = this.config.get(key);
    if (!Array.isArray(json.value)) return json.integer(fallback);
    const list = json.integers();
    if (list.length !== 1) throw json.expected('an integer');
    return list[0]!;
  }
}
