import { saveGraph, saveGraphFolder } from '@separable/core';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { separableGraph } from '../testing/small-graphs.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const graph = separableGraph(['batch', 8, 8, 3]);
folder.write('model.safetensors', saveGraph(graph));
for (const [name, bytes] of Object.entries(saveGraphFolder(graph)))
  folder.write(`model/${name}`, bytes as Uint8Array);

async function printed(...argv: string[]): Promise<string> {
  const io = capturedIo(folder.path);
  expect(await main(['print', ...argv], io)).toBe(0);
  return io.out();
}

describe('separable print', () => {
  it('shows the graph', async () => {
    expect(await printed('model.safetensors')).toMatchInlineSnapshot(`
      "graph small
        input x: float32 [batch, 8, 8, 3]
        constant w0: float32 [3, 3, 3, 8]
        constant w1: float32 [3, 3, 8, 1]
        constant w2: float32 [1, 1, 8, 16]
        constant w3: float32 [1, 1, 4, 16]
        stem: float32 [batch, 4, 4, 8] = conv2d(x=x, filter=w0) strides=[2, 2] padding=same
        act: float32 [batch, 4, 4, 8] = relu(x=stem)
        depthwise: float32 [batch, 4, 4, 8] = depthwiseConv2d(x=act, filter=w1) padding=same
        pointwise: float32 [batch, 4, 4, 16] = conv2d(x=depthwise, filter=w2)
        grouped: float32 [batch, 4, 4, 16] = conv2d(x=pointwise, filter=w3) groups=4
        output y = grouped
      "
    `);
  });

  it('reads a folder as it reads a file', async () => {
    expect(await printed('model')).toBe(await printed('model.safetensors'));
  });

  it('shows the graph after passes, with numbers for sizes', async () => {
    expect(await printed('model', '--optimised', '--size', 'batch=2')).toMatchInlineSnapshot(`
      "graph small
        input x: float32 [2, 8, 8, 3]
        constant w0: float32 [3, 3, 3, 8]
        constant w1: float32 [3, 3, 8, 1]
        constant w2_2: float32 [8, 16]
        constant w3: float32 [1, 1, 4, 16]
        act: float32 [2, 4, 4, 8] = conv2d(x=x, filter=w0) strides=[2, 2] padding=same activation={op: relu}
        pointwise: float32 [2, 4, 4, 16] = separableConv2d(x=act, depthwiseFilter=w1, pointwiseFilter=w2_2) padding=same
        grouped: float32 [2, 4, 4, 16] = conv2d(x=pointwise, filter=w3) groups=4
        output y = grouped
      "
    `);
  });
});
