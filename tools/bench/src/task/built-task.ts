import { type Graph, graphCost, optimise, typeOf } from '@separable/core';
import { exportOnnx } from '@separable/onnx';
import { withChannelsFirstRim } from './channels-first.js';
import type { Task, TaskSource } from './task.js';

/** A task out of a graph that is built here. */
export function builtTask(
  name: string,
  shape: readonly number[],
  fullOnly: boolean,
  build: () => Graph,
): TaskSource {
  return {
    name,
    fullOnly,
    async make(): Promise<Task> {
      const built = build();
      const graph = await optimise(built);
      const { macs } = graphCost(built, { [built.inputs[0]!]: shape });
      return {
        name,
        shape,
        input: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(i)),
        macs,
        graph,
        model: exportOnnx(built),
        peerModel: exportOnnx(withChannelsFirstRim(built)),
        channelsFirst: typeOf(built, built.inputs[0]!).shape.length === 4,
      };
    },
  };
}
