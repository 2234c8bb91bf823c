import {
  type Graph,
  graphBuilder,
  ImportError,
  SeparableError,
  type UnsupportedNode,
  UnsupportedOpError,
  type Value,
} from '@separable/core';
import type { Json } from '../file/json.js';
import { limits } from '../file/limits.js';
import { errorAt, quote } from '../file/place.js';
import { checkNames, type InputShapes } from '../input-shapes.js';
import { OpenSizes } from '../open-sizes.js';
import { Unsupported } from '../unsupported.js';
import type { Weights } from '../weights/weights.js';
import { declareInput } from './declare-input.js';
import type { ModelConfig, TensorRef } from './layer-config.js';
import { LayerImport, type LayersContext } from './layer-import.js';
import { layers } from './layers/index.js';
import { callKey, type LayerCall, orderCalls } from './order-calls.js';
import { readModelConfig } from './read-model-config.js';

/** The result of a layer that cannot be imported; what reads it is passed over. */
const missing = Symbol('missing');

type Result = Value | typeof missing;

interface LayersImport extends LayersContext {
  readonly unsupported: Map<string, UnsupportedNode>;
  readonly spent: { calls: number };
}

/**
 * Turns a layers model into a graph of the op table, layer by layer.
 *
 * @throws ImportError naming the place of what is wrong
 * @throws UnsupportedOpError listing every layer that nothing computes
 */
export function importLayersModel(model: Json, weights: Weights, shapes: InputShapes): Graph {
  const topology = model.get('modelTopology');
  const described = topology.get('model_config');
  const config = readModelConfig(described.isAbsent ? topology : described);
  const g = graphBuilder('tfjs');
  const context: LayersImport = {
    g,
    weights,
    constants: new Map(),
    unsupported: new Map(),
    spent: { calls: 0 },
  };
  checkNames(
    shapes,
    config.inputs.map(({ layer }) => layer),
  );
  const sizes = new OpenSizes();
  const inputs = config.inputs.map((ref) => {
    callKey(config, ref);
    return declareInput(g, config.layers.get(ref.layer)!, sizes, shapes);
  });
  const outputs = applyModel(context, config, inputs, []);
  if (context.unsupported.size > 0) {
    throw new UnsupportedOpError(
      'this TensorFlow.js model cannot be imported:',
      [...context.unsupported.values()],
      { hint: 'convert it to a graph model, which is made of simpler operators, or to ONNX' },
    );
  }
  const names = new Set<string>();
  config.outputs.forEach(({ layer }, i) => {
    const name = names.has(layer) ? `${layer}:${i}` : layer;
    names.add(name);
    g.output(name, outputs[i] as Value);
  });
  return g.build();
}

/** The results of a model on given inputs. */
function applyModel(
  context: LayersImport,
  model: ModelConfig,
  inputs: readonly Result[],
  path: readonly string[],
): readonly Result[] {
  const results = new Map<string, readonly Result[]>();
  model.inputs.forEach((ref, i) => results.set(callKey(model, ref), [inputs[i]!]));
  const read = (ref: TensorRef): Result => {
    const made = results.get(callKey(model, ref))!;
    const result = made[ref.result];
    if (result !== undefined) return result;
    const text = `result ${ref.result} of layer ${quote(ref.layer)} is read, which has ${made.length}`;
    throw errorAt(model.place, text);
  };
  for (const call of orderCalls(model)) {
    if (results.has(call.key)) continue;
    const inner = [...path, call.layer.name];
    results.set(call.key, applyLayer(context, call, call.inputs.map(read), inner));
  }
  return model.outputs.map(read);
}

function applyLayer(
  context: LayersImport,
  { layer }: LayerCall,
  inputs: readonly Result[],
  path: readonly string[],
): readonly Result[] {
  if (++context.spent.calls > limits.layerCalls) {
    throw errorAt(layer.place, `the model calls its layers more than ${limits.layerCalls} times`);
  }
  const { inner, className } = layer;
  if (inner !== undefined) {
    if (inner.inputs.length !== inputs.length) {
      const text = `model ${quote(layer.name)} has ${inner.inputs.length} inputs and is called with ${inputs.length}`;
      throw errorAt(layer.place, text);
    }
    return applyModel(context, inner, inputs, path);
  }
  const give = (reason: string): readonly Result[] => {
    const node = path.join('/');
    context.unsupported.set(node, { node, op: className, reason });
    return [missing];
  };
  const lower = Object.hasOwn(layers, className) ? layers[className] : undefined;
  if (lower === undefined) return give('no such layer is known');
  if (inputs.includes(missing)) return [missing];
  try {
    return [lower(new LayerImport(context, layer, path), inputs as readonly Value[])];
  } catch (error) {
    if (error instanceof Unsupported) return give(error.message);
    if (!(error instanceof SeparableError) || error instanceof ImportError) throw error;
    // An error of the graph says which layer of the file it comes from.
    throw errorAt(
      layer.place,
      `layer ${quote(layer.name)} (${className}): ${error.message}`,
      error,
    );
  }
}
