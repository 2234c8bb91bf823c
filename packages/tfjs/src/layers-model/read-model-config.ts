import { Json } from '../file/json.js';
import { errorAt, quote } from '../file/place.js';
import type { LayerConfig, ModelConfig, TensorRef } from './layer-config.js';
import { readCalls, readEnds } from './read-calls.js';

const functional: readonly string[] = ['Model', 'Functional'];
const sequential = 'Sequential';

/**
 * Reads a model out of its class name and config. Models inside models are read with it; the nesting
 * of model.json is bounded, so is this recursion.
 *
 * @throws ImportError naming the place of what is wrong
 */
export function readModelConfig(json: Json): ModelConfig {
  const className = json.get('class_name').text();
  const config = json.get('config');
  if (className === sequential) return readSequential(config);
  if (functional.includes(className)) return readFunctional(config);
  const known = [...functional, sequential].join(', ');
  throw errorAt(json.place, `a model is one of ${known}, got ${quote(className)}`);
}

function isModel(className: string): boolean {
  return className === sequential || functional.includes(className);
}

function readLayer(json: Json, calls: LayerConfig['calls']): LayerConfig {
  const className = json.get('class_name').text();
  const config = json.get('config');
  const given = json.get('name');
  // A Sequential of old is a list of layers without a name of its own.
  const named = given.isAbsent && !Array.isArray(config.value) ? config.get('name') : given;
  return {
    name: named.text(className.toLowerCase()),
    className,
    config,
    calls,
    inner: isModel(className) ? readModelConfig(json) : undefined,
    place: json.place,
  };
}

function readFunctional(config: Json): ModelConfig {
  const layers = new Map<string, LayerConfig>();
  for (const json of config.get('layers').list()) {
    add(layers, readLayer(json, readCalls(json.get('inbound_nodes'))));
  }
  const inputs = readEnds(config.get('input_layers'));
  const outputs = readEnds(config.get('output_layers'));
  if (inputs.length === 0) throw errorAt(config.place, 'the model has no input');
  if (outputs.length === 0) throw errorAt(config.place, 'the model has no output');
  return { layers, inputs, outputs, place: config.place };
}

function add(layers: Map<string, LayerConfig>, layer: LayerConfig): void {
  if (layers.has(layer.name))
    throw errorAt(layer.place, `a second layer named ${quote(layer.name)}`);
  layers.set(layer.name, layer);
}

/** Layers one after the other; the first says what it reads where no input layer does. */
function readSequential(config: Json): ModelConfig {
  const list = Array.isArray(config.value) ? config : config.get('layers');
  const layers = new Map<string, LayerConfig>();
  let last: TensorRef | undefined;
  for (const json of list.list()) {
    if (last === undefined && json.get('class_name').text() !== 'InputLayer') {
      const input = inputOf(json, config, layerNames(list));
      add(layers, input);
      last = { layer: input.name, call: 0, result: 0 };
    }
    const layer = readLayer(json, last === undefined ? [] : [[last]]);
    add(layers, layer);
    last = { layer: layer.name, call: 0, result: 0 };
  }
  const [first] = layers.keys();
  if (first === undefined || last === undefined)
    throw errorAt(list.place, 'the model has no layer');
  const inputs = [{ layer: first, call: 0, result: 0 }];
  return { layers, inputs, outputs: [last], place: list.place };
}

function layerNames(list: Json): ReadonlySet<string> {
  return new Set(
    list.list().flatMap((json) => {
      const config = json.get('config');
      return Array.isArray(config.value) ? [] : [config.get('name').text('')];
    }),
  );
}

/** The input layer that TensorFlow.js makes before a first layer that has an input shape. */
function inputOf(first: Json, model: Json, taken: ReadonlySet<string>): LayerConfig {
  const config = first.get('config');
  const base = Array.isArray(config.value) ? 'sequential' : config.get('name').text('sequential');
  let name = `${base}_input`;
  while (taken.has(name)) name += '_';
  return {
    name,
    className: 'InputLayer',
    config: inputConfig(first, model),
    calls: [],
    inner: undefined,
    place: first.place,
  };
}

/**
 * The config that says the shape of a layer's input: the layer's own, that of the first one inside, or
 * what the model around it was built for.
 */
function inputConfig(layer: Json, model: Json): Json {
  const config = layer.get('config');
  if (isModel(layer.get('class_name').text())) {
    const layers = (Array.isArray(config.value) ? config : config.get('layers')).list();
    const [first] = layers;
    if (first === undefined) throw errorAt(config.place, 'the model has no layer');
    const input = layers.find((json) => json.get('class_name').text() === 'InputLayer');
    return inputConfig(input ?? first, config);
  }
  const says = ['batch_input_shape', 'batch_shape', 'input_shape'].some(
    (key) => !config.get(key).isAbsent,
  );
  if (says || Array.isArray(model.value)) return config;
  const built = model.get('build_input_shape');
  return built.isAbsent ? config : new Json({ batch_input_shape: built.value }, model.place);
}
