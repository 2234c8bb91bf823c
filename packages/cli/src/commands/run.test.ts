import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { js } from '@separable/backend-js';
import { graphBuilder, saveGraph, tensor } from '@separable/core';
import { encode } from 'fast-png';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../main.js';
import { readNpy } from '../npy/read-npy.js';
import { writeNpy } from '../npy/write-npy.js';
import type { RunReport } from '../run/run-report.js';
import { absentBackend, alteredBackend } from '../testing/altered-backend.js';
import { capturedIo } from '../testing/captured-io.js';
import { reluGraph } from '../testing/small-graphs.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);
folder.write('relu.safetensors', saveGraph(reluGraph(['batch', 3])));
folder.write('bytes.safetensors', saveGraph(reluGraph([1, 3, 'H', 'W'], 'uint8')));
folder.write('picture.safetensors', saveGraph(reluGraph([1, 2, 2, 3])));
folder.write('pair.safetensors', saveGraph(pairGraph()));
folder.write('x.npy', writeNpy(tensor('float32', [1, 3], [-1, 2, 0.5])));
folder.write('x.json', '[[-1, 2, 0.5]]');
folder.write('wide.npy', writeNpy(tensor('float32', [1, 4])));
folder.write('integers.npy', writeNpy(tensor('int32', [1, 3])));
const red = { width: 2, height: 1, channels: 3, data: new Uint8Array([255, 0, 0, 102, 51, 0]) };
folder.write('red.png', encode(red));
folder.write('text.png', 'no picture at all');

function pairGraph() {
  const g = graphBuilder('pair');
  const [a, b] = [g.input('a', 'float32', [2]), g.input('b', 'float32', [2])];
  g.output('all/of them', g.concat({ inputs: [a, b] }, { axis: 0 }));
  g.output('b', g.relu({ x: b }));
  return g.build();
}

const backends = {
  js: async () => js(),
  absent: async () => absentBackend,
  lame: async () => alteredBackend('lame', { lacksEverything: 'too lame' }),
};

async function run(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const io = capturedIo(folder.path, backends);
  const status = await main(['run', ...argv], io);
  return { status, out: io.out(), err: io.err() };
}

async function reportOf(...argv: string[]): Promise<RunReport> {
  const { status, out, err } = await run(...argv, '--json');
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out) as RunReport;
}

describe('separable run', () => {
  it('prints placement, outputs, memory and times', async () => {
    const { status, out, err } = await run(
      'relu.safetensors',
      '--input',
      'x=x.npy',
      '--output',
      'out',
    );
    expect([status, err]).toEqual([0, '']);
    const steady = out.replaceAll(/[\d.,]+ ms/g, '# ms').replaceAll(folder.path, 'DIR');
    expect(steady).toMatchInlineSnapshot(`
      "node  op    backend  kernel  mode    part of
      relu  relu  js       relu    native
      backend js: CPU, plain JavaScript

      output y: float32 [1, 3], min 0, max 2, mean 0.833333
        top: [1] 2, [2] 0.5, [0] 0
        written to DIR/out/y.npy

      ran on js
      nodes: 1 native, 0 decomposed, 0 fallen back
      memory: weights 0 B, activations 64 B
      time: load # ms, optimise # ms, compile # ms, run # ms
      "
    `);
    expect(readNpy(readFileSync(join(folder.path, 'out', 'y.npy')))).toEqual(
      tensor('float32', [1, 3], [0, 2, 0.5]),
    );
  });

  it('takes JSON, and FILE alone for the only input', async () => {
    const { inputs, outputs } = await reportOf('relu.safetensors', '--input', 'x.json');
    expect(inputs).toEqual({ x: { dtype: 'float32', shape: [1, 3] } });
    expect(outputs).toEqual([
      {
        name: 'y',
        dtype: 'float32',
        shape: [1, 3],
        min: 0,
        max: 2,
        mean: 2.5 / 3,
        nan: 0,
        top: [
          { index: 1, value: 2 },
          { index: 2, value: 0.5 },
          { index: 0, value: 0 },
        ],
        file: null,
      },
    ]);
  });

  it('runs several inputs and outputs, and names files safely', async () => {
    folder.write('a.json', '[1, -2]');
    folder.write('b.json', '{"shape": [2], "data": [-3, 4]}');
    const { outputs } = await reportOf(
      'pair.safetensors',
      '--input',
      'b=b.json',
      '--input',
      'a=a.json',
      '--output',
      'two',
    );
    expect(outputs.map(({ name, file }) => [name, file])).toEqual([
      ['all/of them', join(folder.path, 'two', 'all_of_them.npy')],
      ['b', join(folder.path, 'two', 'b.npy')],
    ]);
    expect(readNpy(readFileSync(join(folder.path, 'two', 'all_of_them.npy'))).data).toEqual(
      new Float32Array([1, -2, -3, 4]),
    );
  });

  it('times every node when asked', async () => {
    const { profile } = await reportOf('relu.safetensors', '--input', 'x.npy', '--profile');
    expect(profile).toEqual([{ node: 'relu', milliseconds: expect.any(Number) as number }]);
    expect((await run('relu.safetensors', '--input', 'x.npy', '--profile')).out).toMatch(
      /node +op +time +share\nrelu +relu +\S+ ms +100\.0 %/,
    );
  });

  it('puts a picture into the layout and range of the input', async () => {
    await reportOf('bytes.safetensors', '--input', 'red.png', '--output', 'bytes');
    expect(readNpy(readFileSync(join(folder.path, 'bytes', 'y.npy')))).toEqual(
      tensor('uint8', [1, 3, 1, 2], [255, 102, 0, 51, 0, 0]),
    );
  });

  it('stretches a picture to fixed sizes and says so', async () => {
    const { status, err } = await run(
      'picture.safetensors',
      '--input',
      'red.png',
      '--output',
      'stretched',
      '--std',
      '0.5',
    );
    expect([status, err]).toEqual([
      0,
      "input 'x': the picture of 2 × 1 pixels was stretched to 2 × 2\n",
    ]);
    const { data } = readNpy(readFileSync(join(folder.path, 'stretched', 'y.npy')));
    [2, 0, 0, 0.8, 0.4, 0, 2, 0, 0, 0.8, 0.4, 0].forEach((value, i) =>
      expect(data[i]).toBeCloseTo(value, 6),
    );
  });

  it('says what is wrong with the inputs', async () => {
    const outcomes = [
      await run('relu.safetensors'),
      await run('relu.safetensors', '--input', 'z=x.npy'),
      await run('pair.safetensors', '--input', 'x.npy'),
      await run('relu.safetensors', '--input', 'wide.npy'),
      await run('relu.safetensors', '--input', 'integers.npy'),
      await run('relu.safetensors', '--input', 'x.npz'),
      await run('relu.safetensors', '--input', 'gone.npy'),
      await run('relu.safetensors', '--input', 'red.png'),
      await run('bytes.safetensors', '--input', 'text.png'),
      await run('bytes.safetensors', '--input', 'red.png', '--mean', '0.5'),
    ];
    const texts = outcomes
      .map(({ status, err }) => `${status} ${err}`)
      .join('')
      .replaceAll(folder.path, 'DIR');
    expect(texts).toMatchInlineSnapshot(`
      "2 separable: these inputs are missing: --input x=FILE
        hint: the model takes x: float32 [batch, 3]
      2 separable: --input: there is no input 'z'
        hint: the model takes x: float32 [batch, 3]
      2 separable: --input x.npy: expected NAME=FILE
        hint: inputs: a, b
      1 separable: input 'x' needs the shape [batch, 3], got [1, 4] (with batch = 1)
      1 separable: graph 'relu' got wrong inputs: 'x' needs float32, got int32
        hint: it takes 'x' float32 [batch, 3]
      3 separable: DIR/x.npz cannot be an input
        hint: inputs end in .npy, .json, .png, .jpg, .jpeg
      3 separable: there is no file DIR/gone.npy
      2 separable: input 'x' of shape [batch, 3] takes no picture: it needs four axes
      3 separable: DIR/text.png: this is not a picture: expected PNG or JPEG, got a file that begins with the bytes 6e 6f 20 70 69 63 74 75
      2 separable: input 'x' takes bytes, so --mean and --std do not apply
      "
    `);
  });

  it('says what is wrong with the backend, with status 4', async () => {
    const outcomes = [
      await run('relu.safetensors', '--input', 'x.npy', '--backend', 'cuda'),
      await run('relu.safetensors', '--input', 'x.npy', '--backend', 'absent'),
      await run('relu.safetensors', '--input', 'x.npy', '--backend', 'lame'),
    ];
    expect(outcomes.map(({ status }) => status)).toEqual([4, 4, 4]);
    expect(outcomes.map(({ err }) => err).join('')).toMatchInlineSnapshot(`
      "separable: there is no backend named 'cuda'
        hint: known backends: js, absent, lame
      separable: no backend is available
        absent: no adapter
        hint: add a provider that runs anywhere, such as one in plain JavaScript
      separable: backend 'lame' cannot run 1 of 1 nodes
        relu: too lame (1: relu)
      "
    `);
  });

  it('takes the first of several backends that runs the model, and says which were passed over', async () => {
    const args = ['relu.safetensors', '--input', 'x.npy', '--backend', 'absent,lame,js'];
    const { status, out } = await run(...args);
    expect(status).toBe(0);
    expect(out).toContain(
      'passed over absent: no adapter\npassed over lame: it cannot run 1 node (relu)\nran on js\n',
    );
  });

  it('lets a later backend run what an earlier one lacks, where that is allowed', async () => {
    const args = ['relu.safetensors', '--input', 'x.npy', '--backend', 'lame,js'];
    const { status, out, err } = await run(...args, '--fallback', 'report');
    expect(status).toBe(0);
    expect(err).toBe('relu (relu) falls back to js: too lame\n');
    expect(out).toContain('passed over lame: it can run none of the nodes\n');
    expect(out).toContain('nodes: 0 native, 0 decomposed, 1 fallen back\n');
  });

  it('refuses words that --fallback and --prefer do not know', async () => {
    const args = ['relu.safetensors', '--input', 'x.npy'];
    expect(await run(...args, '--fallback', 'maybe')).toMatchObject({
      status: 2,
      err: 'separable: --fallback maybe: expected forbid, report, allow\n',
    });
    expect(await run(...args, '--prefer', 'best')).toMatchObject({
      status: 2,
      err: 'separable: --prefer best: expected order, fastest\n',
    });
  });

  it('says when outputs cannot be written', async () => {
    const { status, err } = await run(
      'relu.safetensors',
      '--input',
      'x.npy',
      '--output',
      'x.npy/out',
    );
    expect(status).toBe(3);
    expect(err).toContain('separable: the outputs cannot be written to ');
  });
});
