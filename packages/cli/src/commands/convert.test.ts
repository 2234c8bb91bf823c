import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Graph,
  graphBuilder,
  graphEquals,
  loadGraph,
  loadGraphFolder,
  saveGraph,
  tensor,
} from '@separable/core';
import { exportOnnx, importOnnx } from '@separable/onnx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../main.js';
import { alteredBackend } from '../testing/altered-backend.js';
import { capturedIo } from '../testing/captured-io.js';
import { reluGraph, separableGraph } from '../testing/small-graphs.js';
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.js';

const plain = separableGraph(['batch', 'H', 'W', 3]);
/** Weights of zeros would agree with anything. */
const net: Graph = {
  ...plain,
  constants: new Map(
    [...plain.constants].map(([name, { shape, data }]) => [
      name,
      tensor(
        'float32',
        shape,
        Float32Array.from(data, (_, i) => ((i * 7) % 11) / 11 - 0.4),
      ),
    ]),
  ),
};

/** A model of TensorFlow.js: one dense layer, `y = 2x + [1, 2]`. */
const layersModel = {
  format: 'layers-model',
  modelTopology: {
    class_name: 'Sequential',
    config: {
      name: 'twice',
      layers: [
        {
          class_name: 'Dense',
          config: { name: 'dense', units: 2, batch_input_shape: [null, 2], dtype: 'float32' },
        },
      ],
    },
  },
  weightsManifest: [
    {
      paths: ['shard.bin'],
      weights: [
        { name: 'dense/kernel', shape: [2, 2], dtype: 'float32' },
        { name: 'dense/bias', shape: [2], dtype: 'float32' },
      ],
    },
  ],
};

let folder: TemporaryFolder;
beforeAll(() => {
  folder = temporaryFolder();
  folder.write('net.safetensors', saveGraph(net));
  folder.write('net.onnx', exportOnnx(net));
  folder.write('tfjs/model.json', JSON.stringify(layersModel));
  folder.write('tfjs/shard.bin', new Uint8Array(Float32Array.of(2, 0, 0, 2, 1, 2).buffer));
  folder.write('relu.safetensors', saveGraph(reluGraph([4])));
});
afterAll(() => folder.remove());

const read = (name: string): Uint8Array => readFileSync(join(folder.path, name));

async function convert(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const { backends } = await import('../backends.js');
  const wrong = alteredBackend('wrong', {
    outputs: (outputs) =>
      Object.fromEntries(
        Object.entries(outputs).map(([name, { shape, data }]) => [
          name,
          tensor(
            'float32',
            shape,
            Float32Array.from(data, (v) => v * 1.001),
          ),
        ]),
      ),
  });
  const io = capturedIo(folder.path, { ...backends, wrong: async () => wrong });
  const status = await main(['convert', ...argv], io);
  const clean = (text: string): string => text.replaceAll(folder.path, 'DIR');
  return { status, out: clean(io.out()), err: clean(io.err()) };
}

describe('separable convert', () => {
  it('writes the native form as one file and as a folder, equal to what was read', async () => {
    expect(await convert('net.safetensors', 'copy.safetensors')).toEqual({
      status: 0,
      out:
        'net.safetensors: 5 nodes, 480 weights\n' +
        'copy.safetensors: 5 nodes, 480 weights, 4.17 KiB\n',
      err: '',
    });
    expect(graphEquals(loadGraph(read('copy.safetensors')), net)).toBe(true);
    expect((await convert('copy.safetensors', 'folder')).status).toBe(0);
    const files = {
      'graph.json': read('folder/graph.json'),
      'weights.safetensors': read('folder/weights.safetensors'),
    };
    expect(graphEquals(loadGraphFolder(files), net)).toBe(true);
    expect((await convert('folder', 'again.safetensors')).status).toBe(0);
    expect(read('again.safetensors')).toEqual(read('copy.safetensors'));
  });

  it('runs both and prints how far each output is, at sizes it chooses', async () => {
    const { status, out, err } = await convert('net.safetensors', 'out.onnx', '--verify');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "net.safetensors: 5 nodes, 480 weights
      out.onnx: 5 nodes, 480 weights, 2.71 KiB

      output  relative L2
      y            1.6e-7  agrees
      the two agree: js ran the original, onnxruntime-web what was written, at x [1, 64, 64, 3]
      "
    `);
    expect(importOnnx(read('out.onnx')).values.get('x')?.shape).toEqual(['batch', 'H', 'W', 3]);
  });

  it('optimises, and fixes sizes', async () => {
    const { status, out } = await convert(
      'net.onnx',
      'small.safetensors',
      '--optimize',
      '--inputs',
      'x=2,8,8,3',
      '--verify',
      '--json',
    );
    expect(status).toBe(0);
    const graph = loadGraph(read('small.safetensors'));
    expect(graph.values.get('x')?.shape).toEqual([2, 8, 8, 3]);
    expect(graph.nodes.map(({ op }) => op)).toEqual(['conv2d', 'separableConv2d', 'conv2d']);
    expect(JSON.parse(out)).toMatchObject({
      from: { path: 'net.onnx' },
      to: { path: 'small.safetensors', nodes: 3, weights: 480 },
      verification: {
        engines: ['js', 'js'],
        inputs: { x: [2, 8, 8, 3] },
        outputs: [{ output: 'y', agrees: true }],
      },
    });
  });

  it('takes TensorFlow.js models, and a file for the input', async () => {
    folder.write('x.json', '[[1, -3]]');
    const args = ['--verify', '--input', 'x.json', '--numerics', 'plain'];
    const { status, out } = await convert('tfjs', 'dense.onnx', ...args);
    expect(status).toBe(0);
    expect(out).toContain('onnxruntime-web what was written, at ');
    expect(importOnnx(read('dense.onnx')).constants.size).toBeGreaterThan(0);
  });

  it('ends with status 1 when the two part', async () => {
    const args = ['--verify', '--backend', 'wrong'];
    const { status, out, err } = await convert('relu.safetensors', 'relu.onnx', ...args);
    expect([status, err]).toEqual([1, '']);
    expect(out).toMatchInlineSnapshot(`
      "relu.safetensors: 1 node, 0 weights
      relu.onnx: 1 node, 0 weights, 76 B

      output  relative L2
      y            1.0e-3  parts
      the two part: wrong ran the original, onnxruntime-web what was written, at x [4]
      "
    `);
  });

  it('writes nothing when ONNX cannot express a node', async () => {
    const g = graphBuilder('open');
    const x = g.input('x', 'float32', [1, 4, 4, 'C']);
    const filter = g.input('filter', 'float32', [3, 3, 'C', 1]);
    g.output('y', g.depthwiseConv2d({ x, filter }));
    folder.write('open.safetensors', saveGraph(g.build()));
    const { status, out, err } = await convert('open.safetensors', 'open.onnx');
    expect([status, out]).toEqual([4, '']);
    expect(err).toContain('depthwiseConv2d');
    expect(existsSync(join(folder.path, 'open.onnx'))).toBe(false);
  });

  it.each([
    [['relu.safetensors'], 'convert needs an OUT'],
    [['relu.safetensors', './relu.safetensors'], 'OUT must be another file than IN'],
    [['relu.safetensors', 'model.json'], "OUT cannot be written as '.json'"],
    [
      ['relu.safetensors', 'a.onnx', '--numerics', 'best'],
      '--numerics best: expected exact, plain',
    ],
    [['relu.safetensors', 'a.onnx', '--inputs', 'z=1'], "--inputs: there is no input 'z'"],
  ])('refuses %j', async (argv, text) => {
    const { status, out, err } = await convert(...argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(text);
  });

  it('says which file cannot be written', async () => {
    const { status, err } = await convert('relu.safetensors', 'nowhere/a.onnx');
    expect(status).toBe(3);
    expect(err).toContain('DIR/nowhere/a.onnx cannot be written: ENOENT');
  });
});
