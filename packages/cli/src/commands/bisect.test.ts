import { saveGraph, tensor, type TensorMap } from '@separable/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../main.js';
import { alteredBackend } from '../testing/altered-backend.js';
import { capturedIo } from '../testing/captured-io.js';
import { reluGraph, separableGraph } from '../testing/small-graphs.js';
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.js';

let folder: TemporaryFolder;
beforeAll(() => {
  folder = temporaryFolder();
  folder.write('relu.safetensors', saveGraph(reluGraph([1, 4])));
  folder.write('open.safetensors', saveGraph(reluGraph(['n', 4])));
  folder.write('net.safetensors', saveGraph(separableGraph([1, 8, 8, 3])));
  folder.write('x.json', '[[1, -2, 3, -4]]');
});
afterAll(() => folder.remove());

/** Adds a hundredth to every positive number it gives. */
function nudged(outputs: TensorMap): TensorMap {
  const nudge = (v: number): number => (v > 0 ? v + 0.01 : v);
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { shape, data }]) => [
      name,
      tensor('float32', shape, Float32Array.from(data, nudge)),
    ]),
  );
}

const wrong = alteredBackend('wrong', { outputs: nudged });

async function bisect(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const { backends } = await import('../backends.js');
  const io = capturedIo(folder.path, { ...backends, wrong: async () => wrong });
  const status = await main(['bisect', ...argv], io);
  const clean = (text: string): string => text.replaceAll(folder.path, 'DIR');
  return { status, out: clean(io.out()), err: clean(io.err()) };
}

describe('separable bisect', () => {
  it('names the node, both values, the exact ones and the bounds, and cuts it out', async () => {
    const args = ['--b', 'wrong', '--input', 'x=x.json', '--output', 'small'];
    const { status, out, err } = await bisect('relu.safetensors', ...args);
    expect([status, err]).toEqual([1, '']);
    expect(out).toMatchInlineSnapshot(`
      "js and wrong part at node 'relu' (relu), 1 of 1

      relu [0, 0], the first of 2 elements that part
      backend         got  exact  error  bound
      js                1      1      0      0  within
      wrong    1.00999999      1   0.01      0  out of bound

      the smallest graph that shows it:
      graph relu
        input x: float32 [1, 1]
        relu: float32 [1, 1] = relu(x=x)
        output relu = relu

      relu [0, 0]
      backend         got  exact  error  bound
      js                1      1      0      0  within
      wrong    1.00999999      1   0.01      0  out of bound

      written to DIR/small; to see it again:
        separable bisect DIR/small/model.safetensors --raw --a js --b wrong --input x=DIR/small/x.npy
      "
    `);
    const line = out.trimEnd().split('\n').at(-1)!.trim();
    const argv = line.replaceAll('DIR', folder.path).split(' ').slice(2);
    const again = await bisect(...argv);
    expect(again.status).toBe(1);
    expect(again.out).toContain("js and wrong part at node 'relu'");
  });

  it('says so when they agree, with random numbers for an input without a file', async () => {
    expect(await bisect('net.safetensors', '--a', 'js', '--b', 'js')).toEqual({
      status: 0,
      out: 'js and js agree at all 3 nodes\n',
      err: '',
    });
  });

  it('asks for what it needs', async () => {
    expect(await bisect('relu.safetensors')).toMatchObject({
      status: 2,
      err: 'separable: bisect needs a backend: --b NAME\n',
    });
    expect(await bisect('open.safetensors', '--b', 'js')).toMatchObject({
      status: 2,
      err: "separable: input 'x' of shape [n, 4] has no size\n  hint: give it one, such as --shape x=1,4, or a file\n",
    });
    expect(await bisect('relu.safetensors', '--b', 'js', '--seed', 'x')).toMatchObject({
      status: 2,
      err: 'separable: --seed x: expected a whole number\n',
    });
    expect(await bisect('relu.safetensors', '--b', 'cuda')).toMatchObject({ status: 4 });
  });
});
