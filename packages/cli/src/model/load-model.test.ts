import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { graphEquals, saveGraph, saveGraphFolder } from '@separable/core';
import { afterAll, describe, expect, it } from 'vitest';
import { reluGraph } from '../testing/small-graphs.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { loadModel } from './load-model.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const graph = reluGraph(['batch', 3]);
const saved = saveGraph(graph);

async function complaint(path: string): Promise<string> {
  const text = await loadModel(path).then(
    () => 'loaded',
    (error: Error) => `${error.name}: ${error.message}`,
  );
  return text.replaceAll(folder.path, 'DIR');
}

describe('loading a model', () => {
  it('reads what saveGraph and saveGraphFolder wrote', async () => {
    const file = folder.write('good.SAFETENSORS', saved);
    expect(graphEquals(await loadModel(file), graph)).toBe(true);
    const { 'graph.json': json, 'weights.safetensors': weights } = saveGraphFolder(graph);
    folder.write('saved/graph.json', json);
    folder.write('saved/weights.safetensors', weights);
    expect(graphEquals(await loadModel(join(folder.path, 'saved')), graph)).toBe(true);
  });

  it('reads model.json of TensorFlow.js, and the folder it lies in', async () => {
    const layer = (name: string, className: string, settings: object) => ({
      class_name: className,
      config: { name, ...settings },
    });
    const input = layer('x', 'InputLayer', { batch_input_shape: [null, 3] });
    const layers = [input, layer('y', 'Activation', { activation: 'relu' })];
    const modelTopology = { class_name: 'Sequential', config: { name: 's', layers } };
    const file = folder.write('tfjs/model.json', JSON.stringify({ modelTopology }));
    const imported = await loadModel(file);
    expect(imported.nodes.map(({ op }) => op)).toEqual(['relu']);
    expect(graphEquals(await loadModel(join(folder.path, 'tfjs')), imported)).toBe(true);
    expect(await complaint(folder.write('other.json', '{}'))).toBe(
      'ImportError: DIR/other.json: model.json has no modelTopology: it is no TensorFlow.js model',
    );
  });

  it('says what is wrong with a model', async () => {
    mkdirSync(join(folder.path, 'empty'));
    const texts = [
      await complaint(join(folder.path, 'gone.onnx')),
      await complaint(join(folder.path, 'empty')),
      await complaint(folder.write('model.pb', 'x')),
      await complaint(folder.write('short.safetensors', saved.subarray(0, 30))),
      await complaint(folder.write('words.safetensors', 'no model at all')),
      await complaint(folder.write('words.onnx', 'no model at all')),
      await complaint(folder.write('nothing.onnx', '')),
    ];
    expect(texts.join('\n')).toMatchInlineSnapshot(`
      "FileError: there is no file DIR/gone.onnx
      FileError: there is no file DIR/empty/graph.json
      FileError: DIR/model.pb is no model that can be read
        hint: a model is a file that ends in .json, .onnx, or .safetensors, or a folder with model.json or graph.json
      ImportError: DIR/short.safetensors: safetensors: the header claims 528 bytes, the file has 22 after its length
      ImportError: DIR/words.safetensors: safetensors: the header claims 7810759558478983000 bytes, the file has 7 after its length
      ImportError: DIR/words.onnx: ONNX file, model (byte 0): expected a protobuf field
      ImportError: DIR/nothing.onnx: these 0 bytes are no ONNX model: they hold no graph"
    `);
  });
});
