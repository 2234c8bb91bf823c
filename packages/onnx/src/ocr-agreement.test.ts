import { js } from '@separable/backend-js';
import { createSession, tensor, type Tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { noise } from '../testing/models.js';
import { ocrModel } from '../testing/ocr-models.js';
import { runOnnxruntime } from '../testing/onnxruntime.js';
import { page } from '../testing/page.js';
import { importOnnx } from './import-onnx.js';

/** `‖got − wanted‖ / ‖wanted‖`. */
function relativeDistance(got: Tensor, wanted: Tensor): number {
  let difference = 0;
  let norm = 0;
  for (const [i, value] of wanted.data.entries()) {
    difference += (got.data[i]! - value) ** 2;
    norm += value ** 2;
  }
  return Math.sqrt(difference / norm);
}

async function distances(model: Uint8Array, inputs: readonly Tensor[]): Promise<number[]> {
  const graph = importOnnx(model);
  const session = await createSession(graph, { backends: [js()], verify: true });
  const found: number[] = [];
  for (const x of inputs) {
    const [got] = Object.values(await session.run({ x }));
    const [wanted] = Object.values(await runOnnxruntime(model, { x }));
    expect(got!.shape).toEqual(wanted!.shape);
    found.push(relativeDistance(got!, wanted!));
  }
  await session[Symbol.asyncDispose]();
  return found;
}

// Text detection answers noise with nothing but numbers near 1e-9, where onnxruntime's sigmoid is an
// approximation, so it gets strokes on a page. Recognition gets noise: on strokes that are no letters
// onnxruntime itself is 2e-5 away from float64.
describe('the PP-OCRv4 networks agree with onnxruntime-web', () => {
  it('detection, imported once, at three sizes', async () => {
    const sizes = [
      [1, 3, 64, 96],
      [1, 3, 160, 128],
      [2, 3, 96, 96],
    ] as const;
    const found = await distances(
      ocrModel('detection'),
      sizes.map((size) => page(size)),
    );
    for (const distance of found) expect(distance).toBeLessThan(1e-5);
  }, 60_000);

  it('recognition, imported once, at three sizes', async () => {
    const sizes = [
      [1, 3, 48, 64],
      [1, 3, 48, 160],
      [2, 3, 48, 320],
    ];
    const inputs = sizes.map((size) =>
      tensor(
        'float32',
        size,
        noise(
          size.reduce((a, b) => a * b, 1),
          3,
        ),
      ),
    );
    const found = await distances(ocrModel('recognition'), inputs);
    for (const distance of found) expect(distance).toBeLessThan(1e-5);
  }, 60_000);
});
