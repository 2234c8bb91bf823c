import { saveGraph } from '@separable/core';
import { afterAll, describe, expect, it } from 'vitest';
import type { ModelReport } from '../inspect/model-report.js';
import { main } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { separableGraph } from '../testing/small-graphs.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);
folder.write('fixed.safetensors', saveGraph(separableGraph([1, 8, 8, 3])));
folder.write('open.safetensors', saveGraph(separableGraph(['batch', 'H', 'W', 3])));

async function inspect(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const io = capturedIo(folder.path);
  const status = await main(['inspect', ...argv], io);
  return { status, out: io.out(), err: io.err() };
}

describe('separable inspect', () => {
  it('shows layers, dense convolutions replaced, totals and the peak', async () => {
    const { status, out, err } = await inspect('fixed.safetensors');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "small, optimised

      input   x: float32 [1, 8, 8, 3]
      output  y: float32 [1, 4, 4, 16]

      ops: 2 conv2d, 1 separableConv2d

      layer      op               parameters   MACs  activations  output
      act        conv2d                  216  3,456     1.25 KiB  [1, 4, 4, 8]
      pointwise  separableConv2d         200  3,200      1.5 KiB  [1, 4, 4, 16]
      grouped    conv2d                   64  1,024        2 KiB  [1, 4, 4, 16]

      What the dense convolution between the same shapes would cost:
      layer      op                MACs  dense MACs   ratio  1/N + 1/k²
      pointwise  separableConv2d  3,200      18,432  0.1736  1/16 + 1/9 = 0.1736
      grouped    conv2d           1,024       4,096    0.25

      total: 3 nodes, 480 parameters (1.88 KiB), 7,680 MACs
      peak activation memory: 2 KiB at grouped
      "
    `);
  });

  it('shows the graph as imported', async () => {
    const { out } = await inspect('fixed.safetensors', '--raw');
    expect(out).toContain('ops: 3 conv2d, 1 depthwiseConv2d, 1 relu\n');
    expect(out).not.toContain('separableConv2d');
  });

  it('keeps symbols and says how to give sizes', async () => {
    expect((await inspect('open.safetensors')).out).toMatchInlineSnapshot(`
      "small, optimised

      input   x: float32 [batch, H, W, 3]
      output  y: float32 [batch, (H + 1)//2, (W + 1)//2, 16]

      ops: 2 conv2d, 1 separableConv2d

      layer      op               parameters  MACs  activations  output
      act        conv2d                  216     ?            ?  [batch, (H + 1)//2, (W + 1)//2, 8]
      pointwise  separableConv2d         200     ?            ?  [batch, (H + 1)//2, (W + 1)//2, 16]
      grouped    conv2d                   64     ?            ?  [batch, (H + 1)//2, (W + 1)//2, 16]

      total: 3 nodes, 480 parameters (1.88 KiB)
      MACs and memory depend on batch, H, W.
      Give sizes with --shape x=N,N,N,3 (a number for each N) or --size batch=N.
      "
    `);
  });

  it('costs the same however the sizes are given', async () => {
    const fixed = JSON.parse((await inspect('fixed.safetensors', '--json')).out) as ModelReport;
    const shaped = await inspect('open.safetensors', '--json', '--shape', 'x=1,8,8,3');
    const sized = await inspect(
      'open.safetensors',
      '--json',
      '--size',
      'batch=1',
      '--size',
      'H=8',
      '--size',
      'W=8',
    );
    const mixed = await inspect(
      'open.safetensors',
      '--json',
      '--size',
      'batch=1',
      '--shape',
      'x=1,8,8,3',
    );
    for (const { out } of [shaped, sized, mixed]) expect(JSON.parse(out)).toEqual(fixed);
    const separable = fixed.dense.find(({ op }) => op === 'separableConv2d')!;
    expect(separable.formula).toEqual({
      kernel: [3, 3],
      outputChannels: 16,
      multiplier: 1,
      ratio: 1 / 16 + 1 / 9,
    });
    expect(separable.ratio).toBeCloseTo(1 / 16 + 1 / 9, 12);
  });

  it('leaves out numbers that depend on symbols', async () => {
    const report = JSON.parse(
      (await inspect('open.safetensors', '--json', '--size', 'batch=2')).out,
    ) as ModelReport;
    expect(report.symbols).toEqual(['H', 'W']);
    expect(report.totals).toMatchObject({ macs: null, peakActivationBytes: null, parameters: 480 });
    expect(report.inputs).toEqual([{ name: 'x', dtype: 'float32', shape: [2, 'H', 'W', 3] }]);
  });

  it('refuses sizes that are not the model’s', async () => {
    const outcomes = [
      await inspect('open.safetensors', '--shape', 'z=1'),
      await inspect('open.safetensors', '--shape', 'x=1,8,8,4'),
      await inspect('open.safetensors', '--shape', 'x=1,H,8,3'),
      await inspect('open.safetensors', '--shape', '1,8,8,3'),
      await inspect('open.safetensors', '--size', 'K=1'),
      await inspect('fixed.safetensors', '--size', 'K=1'),
      await inspect('open.safetensors', '--size', 'H=8', '--size', 'H=9'),
    ];
    expect(outcomes.map(({ status, out }) => `${status}${out}`)).toEqual(
      Array.from({ length: 7 }, () => '2'),
    );
    expect(outcomes.map(({ err }) => err).join('')).toMatchInlineSnapshot(`
      "separable: --shape: there is no input 'z'
        hint: inputs: x
      separable: --shape: input 'x' needs the shape [batch, H, W, 3], got [1, 8, 8, 4] (with batch = 1, H = 8, W = 8)
      separable: --shape x=1,H,8,3: 'H' is no whole number
      separable: --shape 1,8,8,3: expected NAME=VALUE, such as --shape x=1,3,224,224
      separable: --size: there is no symbol 'K' in the inputs
        hint: symbols: batch, H, W
      separable: --size: there is no symbol 'K' in the inputs
        hint: all shapes are numbers
      separable: --size gives 'H' two sizes
      "
    `);
  });
});
